namespace Compliance.Core.Model;

/// <summary>How well it is known what a storage lies on.</summary>
public enum LineageProof
{
    /// <summary>Nobody can say.</summary>
    Unknown,

    /// <summary>Each step was seen.</summary>
    Proved,

    /// <summary>Only one answer fits what was seen.</summary>
    Inferred,

    /// <summary>On another machine.</summary>
    Remote,
}
