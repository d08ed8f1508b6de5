namespace Compliance.Cli.Tests.RuleCases;

/// <summary>One case of a rule: an inventory with a small change, and what the rule says of some subjects then.</summary>
internal sealed record RuleCase
{
    public required string Rule { get; init; }

    public required string Name { get; init; }

    /// <summary>The sample inventory it begins with.</summary>
    public required string Given { get; init; }

    /// <summary>The moment judged; null for the moment the inventory was collected.</summary>
    public string? AsOf { get; init; }

    /// <summary>Texts replaced in the sample policy.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Policy { get; init; }

    /// <summary>Paths and new values, as YAML scalars, lists and mappings.</summary>
    public required IReadOnlyList<KeyValuePair<string, YamlDotNet.RepresentationModel.YamlNode>> Set { get; init; }

    public required IReadOnlyList<string> Hide { get; init; }

    public required IReadOnlyList<string> Remove { get; init; }

    /// <summary>Subject id and verdict.</summary>
    public required IReadOnlyDictionary<string, string> Expect { get; init; }

    public override string ToString() => $"{Rule}: {Name}";
}
