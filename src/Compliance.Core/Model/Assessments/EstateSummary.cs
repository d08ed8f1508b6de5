namespace Compliance.Core.Model;

/// <summary>What was judged.</summary>
/// <param name="Digest"><c>sha256:…</c> over the inventory without the moment it was collected</param>
public sealed record EstateSummary(string Name, string ServerVersion, DateTimeOffset CollectedAt, string Digest, int Nodes, int Guests, int Jobs, int Storages);
