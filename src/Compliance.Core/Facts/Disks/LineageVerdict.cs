namespace Compliance.Core.Facts.Disks;

/// <summary>How much is known of the disks under a storage.</summary>
public enum LineageVerdict
{
    /// <summary>Nothing that could be judged; the gaps say why.</summary>
    Unknown,

    /// <summary>Each step was seen.</summary>
    Proved,

    /// <summary>Only one answer fits what was seen.</summary>
    Inferred,

    /// <summary>On another machine, by its type or by what is mounted there.</summary>
    Remote,
}
