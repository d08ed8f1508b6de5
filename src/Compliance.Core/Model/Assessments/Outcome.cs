namespace Compliance.Core.Model;

/// <summary>The verdict of a whole assessment.</summary>
public enum Outcome
{
    /// <summary>Nothing that is gated failed, unless waived, and nothing that is gated is unknown.</summary>
    Compliant,

    /// <summary>At least one fail that is not waived, or one faulty waiver, at or above the gate.</summary>
    Drift,

    /// <summary>Nothing failed, but a gated rule could not be judged.</summary>
    Unknown,
}
