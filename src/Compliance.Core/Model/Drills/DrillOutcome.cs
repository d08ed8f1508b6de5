namespace Compliance.Core.Model;

/// <summary>What all tiers come to.</summary>
public enum DrillOutcome
{
    /// <summary>Every restore test that the policy asks for is recent and confirmed.</summary>
    NothingDue,

    /// <summary>A tier's is due.</summary>
    Due,

    /// <summary>None is known to be due, and of some tier nobody can say.</summary>
    Unknown,
}
