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
        var rules = fields.Optional("rules", path) ?? defaults.Rules;
        var locations = new PolicyLocations
        {
            Rules = rules,
            Cases = fields.Optional("cases", path) ?? CasesIn(rules, fields.Place),
            Inventories = fields.Optional("inventories", path) ?? defaults.Inventories,
            Waivers = fields.Optional("waivers", path) ?? defaults.Waivers,
            Evidence = fields.Optional("evidence", path) ?? defaults.Evidence,
            Changes = fields.Optional("changes", path) ?? defaults.Changes,
            Notifications = fields.Optional("notifications", path) ?? defaults.Notifications,
        };
        fields.Close();
        return locations;
    }

    public static PolicyLocations Defaults(Place place)
    {
        var point = Point(place);
        var rules = new Placed<string>("rules", point);
        return new PolicyLocations
        {
            Rules = rules,
            Cases = CasesIn(rules, place),
            Inventories = new Placed<string>("inventories", point),
            Waivers = new Placed<string>("waivers.yaml", point),
            Evidence = new Placed<string>("evidence", point),
            Changes = new Placed<string>("changes", point),
            Notifications = new Placed<string>("notifications.yaml", point),
        };
    }

    private static Placed<string> CasesIn(Placed<string> rules, Place place) => new($"{rules.Value}/cases", Point(place));

    private static Place Point(Place place) => place with { EndLine = place.Line, EndColumn = place.Column };
}
