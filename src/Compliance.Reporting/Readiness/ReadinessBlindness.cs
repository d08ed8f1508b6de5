using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What could not be judged for one and the same reason. Texts from outside are untrusted.</summary>
/// <param name="Findings">at least one</param>
internal sealed record ReadinessBlindness(ImmutableArray<Finding> Findings)
{
    private const int Named = 6;

    /// <summary>Why: what could not be read, of the first.</summary>
    public string Reason => Findings[0].Missing.IsEmpty ? Findings[0].Message : $"could not read {Findings[0].Missing[0].Endpoint} ({Findings[0].Missing[0].Reason})";

    /// <summary>What to do about it.</summary>
    public string Fix => Findings[0].Missing is [{ Needs: { } privilege }, ..]
        ? $"needs {privilege}; pve-compliance doctor says what to grant"
        : "put that right, and ask again; pve-compliance doctor tells what the token sees";

    /// <summary>Ids of the rules, each once.</summary>
    public ImmutableArray<string> Rules => [.. Findings.Select(finding => finding.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The subjects, each once; of many the first, and how many more there are.</summary>
    public string Subjects
    {
        get
        {
            var all = Findings.Select(finding => finding.Subject.Id).Distinct(StringComparer.Ordinal).Select(id => UntrustedText.Shortened(id, Limits.Name)).ToList();
            return string.Join(", ", all.Take(Named)) + (all.Count > Named ? $" and {all.Count - Named} more" : string.Empty);
        }
    }
}
