namespace Compliance.Core.Model;

/// <summary>What was judged.</summary>
/// <param name="Digest"><c>sha256:…</c> over the inventory without the moment it was collected</param>
public sealed record EstateSummary(string Name, string ServerVersion, DateTimeOffset CollectedAt, string Digest, int Nodes, int Guests, int Jobs, int Storages)
{
    /// <summary>What changed since is judged against records; null when it was compared with none.</summary>
    public EarlierInventory? Previous { get; init; }
}
