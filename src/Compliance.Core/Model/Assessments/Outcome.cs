namespace Compliance.Core.Model;

/// <summary>The verdict of a whole assessment.</summary>
public enum Outcome
{
    /// <summary>Nothing failed and nothing that is gated is unknown.</summary>
    Compliant,

    /// <summary>At least one finding at or above the gate.</summary>
    Drift,

    /// <summary>Nothing failed, but a gated rule could not be judged.</summary>
    Unknown,
}
