using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A node that was reported already (an alias); whoever reads it stays silent.</summary>
internal sealed class YamlBroken(Place place) : YamlNode(place);
