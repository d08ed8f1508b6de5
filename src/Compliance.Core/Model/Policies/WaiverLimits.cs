namespace Compliance.Core.Model;

/// <summary>How far waivers may go.</summary>
/// <param name="MaxDays">the most days from the first to the last one; null: <see cref="DefaultDays"/></param>
/// <param name="MaxFindings">the most findings one waiver may cover; null: <see cref="DefaultFindings"/></param>
public sealed record WaiverLimits(Placed<int>? MaxDays, Placed<int>? MaxFindings)
{
    /// <summary>A year: what nobody looked at for so long is no decision any more.</summary>
    public const int DefaultDays = 365;

    /// <summary>Whoever waives more than this does not name faults, but switches a rule off.</summary>
    public const int DefaultFindings = 10;

    /// <summary>The limits of a policy that sets none.</summary>
    public static WaiverLimits Default { get; } = new(null, null);

    public int Days => MaxDays?.Value ?? DefaultDays;

    public int Findings => MaxFindings?.Value ?? DefaultFindings;
}
