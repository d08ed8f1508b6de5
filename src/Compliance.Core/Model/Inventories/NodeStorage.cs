namespace Compliance.Core.Model;

/// <summary>A storage as one node sees it now. Sizes in bytes.</summary>
/// <param name="IsEnabled">false: disabled, or not assigned to this node</param>
/// <param name="IsActive">false: not mounted or not reachable; the sizes are then 0</param>
public sealed record NodeStorage(string Id, string Type, bool IsEnabled, bool IsActive, long Total, long Used, long Available);
