using System.Text.Json.Nodes;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>One row of a vector file, whatever the file: accessors for what rows may have.</summary>
public sealed class Vector(JsonObject row, JsonObject? environments)
{
    public string Name => Text("id") ?? $"{Text("file")}/{Text("section")}/{Text("name")}";

    public string Expression => Text("expr")!;

    public JsonObject Expect => row["expect"]!.AsObject();

    public string? Strict => Text("strict");

    public string? StaticType => Text("static_type") ?? Expect["static_type"]?.GetValue<string>();

    /// <summary>The specification is silent, or cel-go is known to differ from it.</summary>
    public bool IsImplementationSpecific => row["implementation_specific"]?.GetValue<bool>() ?? false;

    public string? Group => Text("group");

    public string? Tier => Text("tier");

    public bool IsUnchecked => row["disable_check"]?.GetValue<bool>() ?? false;

    /// <summary>The phase in which an error is expected; null when none is.</summary>
    public string? ErrorPhase => Expect["error"] is null ? null : Expect["phase"]?.GetValue<string>() ?? "eval";

    public IReadOnlyList<string[]> UnknownAttributes
        => [.. (row["unknown_attributes"]?.AsArray() ?? []).Select(path => path!.AsArray().Select(step => step!.GetValue<string>()).ToArray())];

    /// <summary>Declared variables, name to type text: of the row itself, or of the environment it names.</summary>
    public IEnumerable<(string Name, string Type)> Declared
    {
        get
        {
            if (Environment?["declares"] is JsonObject named)
            {
                return named.Select(pair => (pair.Key, pair.Value!.GetValue<string>()));
            }

            return (row["declares"]?.AsArray() ?? [])
                .Where(entry => entry!["kind"]?.GetValue<string>() == "ident")
                .Select(entry => (entry!["name"]!.GetValue<string>(), entry!["type"]!.GetValue<string>()));
        }
    }

    public JsonObject? Bindings => (Environment?["bindings"] ?? row["bindings"]) as JsonObject;

    /// <summary>Needs a namespace to be given beside the expression, in which its names are looked for first.</summary>
    public bool HasContainer => row["container"] is not null;

    /// <summary>A static checker of any CEL refuses it, whatever features it has.</summary>
    public bool IsRefusedByAnyChecker => Text("phase") == "check" || ErrorPhase == "check";

    private JsonObject? Environment => Text("env") is { } name ? environments?[name]?.AsObject() : null;

    public override string ToString() => Name;

    private string? Text(string key) => row[key]?.GetValue<string>();
}
