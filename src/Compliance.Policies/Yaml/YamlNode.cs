using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A node of a YAML file and where it stands. The end of a block collection is the end of its last child.</summary>
internal abstract class YamlNode(Place place)
{
    public Place Place { get; } = place;
}
