using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>One cluster of an overview.</summary>
/// <param name="Name">as the file of targets says</param>
/// <param name="Assessment">null when it could not be assessed</param>
/// <param name="Fault">why it could not be assessed, or what else is wrong with the run; untrusted text; null when all is well</param>
/// <param name="ExitCode">what a check of this target alone would end with</param>
public sealed record OverviewTarget(string Name, Assessment? Assessment, string? Fault, int ExitCode)
{
    /// <summary>File of its own report, beside the overview; null when there is none.</summary>
    public string? Report { get; init; }

    /// <summary>Drift that was seen stays drift; with a fault nothing is compliant.</summary>
    public Outcome Outcome => this switch
    {
        { Assessment.Outcome: Outcome.Drift } => Outcome.Drift,
        { Assessment: null } or { Fault: not null } => Outcome.Unknown,
        _ => Assessment.Outcome,
    };
}
