namespace Compliance.Cel.Checking;

/// <summary>What CEL or its extensions have and this subset has not, by the names it goes by.</summary>
internal static class UnsupportedFeatures
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["uint"] = "unsigned integers (uint) are not part of this language",
        ["bytes"] = "bytes are not part of this language",
        ["dyn"] = "dynamic typing (dyn) is not part of this language",
        ["type"] = "types as values (type()) are not part of this language",
        ["optMap"] = "optional values are not part of this language",
        ["optFlatMap"] = "optional values are not part of this language",
        ["orValue"] = "optional values are not part of this language",
        ["hasValue"] = "optional values are not part of this language",
        ["existsOne"] = "existsOne is not part of this language; with one variable it is exists_one",
        ["transformList"] = "two-variable macros (transformList) are not part of this language",
        ["transformMap"] = "two-variable macros (transformMap) are not part of this language",
        ["transformMapEntry"] = "two-variable macros (transformMapEntry) are not part of this language",
        ["format"] = "string.format is not part of this language",
        ["bind"] = "cel.bind is not part of this language",
        ["block"] = "cel.block is not part of this language",
    };

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "int", "uint", "double", "bool", "string", "bytes", "list", "map", "null_type", "type", "dyn", "timestamp", "duration",
    };

    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "math", "base64", "sets", "strings", "optional", "cel", "proto", "google", "lists", "net", "ip", "cidr",
    };

    private static readonly HashSet<string> Macros = new(StringComparer.Ordinal) { "all", "exists", "exists_one", "filter", "map" };

    /// <summary>Why a name that is no variable is refused, when it is one of CEL's; null otherwise.</summary>
    public static string? Name(string name)
    {
        if (Types.Contains(name))
        {
            return $"types as values ({name}) are not part of this language";
        }

        return Namespaces.Contains(name) ? $"the {name} extension is not part of this language" : null;
    }

    public static string? Function(string name, int arguments) => Macros.Contains(name) && arguments == 3
        ? $"two-variable macros ({name} with three arguments) are not part of this language"
        : Functions.GetValueOrDefault(name);
}
