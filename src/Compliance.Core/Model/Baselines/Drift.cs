namespace Compliance.Core.Model;

/// <summary>How a finding stands to a baseline. Resolved ones are no findings: see <see cref="BaselineComparison.Resolved"/>.</summary>
public enum Drift
{
    /// <summary>The baseline does not hold it, or holds it in another state.</summary>
    New,

    /// <summary>The baseline holds it, with the same verdict.</summary>
    Unchanged,
}
