using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads <c>locations:</c>.</summary>
internal static class LocationsReader
{
    public static PolicyLocations? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "location", field) is not { } fields)
        {
            return null;
        }

        var defaults = Defaults(fields.Place);
        var path = Values.Of(TextForms.RepositoryPath);
        var locations = new PolicyLocations
        {
            Rules = fields.Optional("rules", path) ?? defaults.Rules,
            Waivers = fields.Optional("waivers", path) ?? defaults.Waivers,
            Evidence = fields.Optional("evidence", path) ?? defaults.Evidence,
            Changes = fields.Optional("changes", path) ?? defaults.Changes,
        };
        fields.Close();
        return locations;
    }

    public static PolicyLocations Defaults(Place place)
    {
        var point = place with { EndLine = place.Line, EndColumn = place.Column };
        return new PolicyLocations
        {
            Rules = new Placed<string>("rules", point),
            Waivers = new Placed<string>("waivers.yaml", point),
            Evidence = new Placed<string>("evidence", point),
            Changes = new Placed<string>("changes", point),
        };
    }
}
