namespace Compliance.Core.Model;

/// <summary>Whether a tier's restore test is due, the most urgent first.</summary>
public enum DrillState
{
    /// <summary>No successful test is recorded.</summary>
    Never,

    /// <summary>Since the newest successful test one went wrong, or restored over the guest itself.</summary>
    Failed,

    /// <summary>The live system contradicts what is recorded.</summary>
    Contradicted,

    /// <summary>The newest successful test is older than the policy allows.</summary>
    Stale,

    /// <summary>It becomes so within the time asked for.</summary>
    Soon,

    /// <summary>Whether the tier needs a test could not be seen.</summary>
    Unknown,

    /// <summary>A recent test is recorded, and nothing that could be seen confirms or contradicts it.</summary>
    Unconfirmed,

    /// <summary>A recent test is recorded, and the live task log confirms it.</summary>
    Proven,

    /// <summary>The policy asks for none, or the tier has no guest that must be backed up.</summary>
    NotNeeded,
}
