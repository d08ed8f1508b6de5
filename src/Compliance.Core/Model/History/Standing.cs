namespace Compliance.Core.Model;

/// <summary>How a finding stands to the runs before; not to be taken for <see cref="Drift"/>, which is how it stands to a baseline.</summary>
public enum Standing
{
    /// <summary>No run before had it.</summary>
    New,

    /// <summary>The last run that could tell had it.</summary>
    Unchanged,

    /// <summary>It was put right, or a waiver covered it, and now it counts again.</summary>
    Returned,

    /// <summary>It is there, and a waiver covers it.</summary>
    Waived,

    /// <summary>It is no finding any more, and this run could tell.</summary>
    Resolved,

    /// <summary>It is no finding of this run, and this run could not tell: never resolved.</summary>
    NotSeen,
}
