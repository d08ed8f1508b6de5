namespace Compliance.Core.Model;

/// <summary>What a storage lies on in the end.</summary>
/// <param name="Name">the disk with its serial number, or the other machine; of an unknown one, the storage's name</param>
/// <param name="IsShared">it carries guests and backups: when it dies, both die</param>
public sealed record LineageGround(LineageGroundKind Kind, string Name, bool IsShared);
