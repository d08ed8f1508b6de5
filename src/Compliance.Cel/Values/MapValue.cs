namespace Compliance.Cel.Values;

/// <summary>Entries in their order; looked up by scanning while few, by hash when many.</summary>
internal sealed class MapValue
{
    private const int Many = 8;
    private readonly Dictionary<CelValue, int>? index;
    private object? fault;
    private long size = -1;

    private MapValue(KeyValuePair<CelValue, CelValue>[] entries, Dictionary<CelValue, int>? index, CelUnknown? usedWhole)
    {
        Entries = entries;
        this.index = index;
        fault = usedWhole;
    }

    public KeyValuePair<CelValue, CelValue>[] Entries { get; }

    /// <summary>See <see cref="ValueSize"/>.</summary>
    public long Size => size >= 0 ? size : size = ValueSize.OfItems(Array.ConvertAll(Entries, entry => entry.Value)) + Entries.Sum(entry => 1 + ValueSize.Of(entry.Key));

    public CelValue Fault => Faults.Read(fault ??= Faults.Of(Array.ConvertAll(Entries, entry => entry.Value)));

    /// <summary>Null when a key is repeated or of a kind that cannot be a key.</summary>
    public static MapValue? TryCreate(KeyValuePair<CelValue, CelValue>[] entries, CelUnknown? usedWhole, out CelValue offending)
    {
        var index = new Dictionary<CelValue, int>(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            offending = entries[i].Key;
            if (offending.Kind is not (CelKind.Bool or CelKind.Int or CelKind.String) || !index.TryAdd(offending, i))
            {
                return null;
            }
        }

        offending = default;
        return new MapValue(entries, entries.Length > Many ? index : null, usedWhole);
    }

    public bool TryFind(CelValue key, out CelValue value)
    {
        var at = index is null ? Array.FindIndex(Entries, entry => entry.Key.Equals(key)) : index.GetValueOrDefault(key, -1);
        value = at < 0 ? default : Entries[at].Value;
        return at >= 0;
    }
}
