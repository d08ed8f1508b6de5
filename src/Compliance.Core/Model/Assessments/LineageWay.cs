namespace Compliance.Core.Model;

/// <summary>That guests have something on a storage.</summary>
/// <param name="Storage">its place in <see cref="LineageNode.Storages"/></param>
public readonly record struct LineageWay(int Storage, LineageUse Use);
