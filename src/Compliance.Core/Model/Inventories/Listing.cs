using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Compliance.Core.Model;

/// <summary>
/// A list the API gave. Proxmox filters lists silently instead of refusing them, so the rows that were seen stand beside the
/// reason why others may be missing. An empty listing that hides nothing is proof of emptiness; any other is not.
/// </summary>
public sealed record Listing<T>
{
    [JsonConstructor]
    public Listing(ImmutableArray<T> rows, Gap? hidden)
    {
        Rows = rows;
        Hidden = hidden;
    }

    /// <summary>What was seen, in an order of its own (by id), never the order of the wire.</summary>
    public ImmutableArray<T> Rows { get; }

    /// <summary>Why rows may be missing; null when the token sees all of them.</summary>
    public Gap? Hidden { get; }

    [JsonIgnore]
    public bool IsComplete => Hidden is null;
}
