namespace Compliance.Core.Model;

/// <summary>What a rule says of a subject.</summary>
public enum Verdict
{
    /// <summary>It holds, and everything needed to say so was read.</summary>
    Pass,

    /// <summary>It does not hold.</summary>
    Fail,

    /// <summary>Something that decides it could not be read.</summary>
    Unknown,

    /// <summary>The rule does not speak of this subject.</summary>
    NotApplicable,
}
