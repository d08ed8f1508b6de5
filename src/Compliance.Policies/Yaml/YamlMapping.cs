using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Keys are unique; the first of two equal keys is kept, the second was reported.</summary>
internal sealed class YamlMapping(ImmutableArray<YamlEntry> entries, Place place) : YamlNode(place)
{
    public ImmutableArray<YamlEntry> Entries { get; } = entries;

    public YamlEntry? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }
}
