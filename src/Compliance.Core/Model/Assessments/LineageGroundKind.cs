namespace Compliance.Core.Model;

/// <summary>What a storage can lie on.</summary>
public enum LineageGroundKind
{
    Disk,

    /// <summary>Another machine, whose disks nobody here can see.</summary>
    Machine,

    /// <summary>Nobody can say what. Each storage has its own, because two unknowns are not one.</summary>
    Unknown,
}
