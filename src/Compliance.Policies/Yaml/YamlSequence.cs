using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

internal sealed class YamlSequence(ImmutableArray<YamlNode> items, Place place) : YamlNode(place)
{
    public ImmutableArray<YamlNode> Items { get; } = items;
}
