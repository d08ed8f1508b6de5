using System.Collections.Frozen;

namespace Compliance.Cel.Evaluation.Functions;

/// <summary>Every function there is, and a reason for those of CEL that this language leaves out.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, IReadOnlyList<Overload>> ByName =
        Conversions.All.Concat(StringFunctions.All).Concat(TimeFunctions.All)
            .GroupBy(overload => overload.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<Overload>)[.. group], StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Out = new Dictionary<string, string>
    {
        ["uint"] = "unsigned integers (uint) are not part of this language",
        ["bytes"] = "bytes are not part of this language",
        ["dyn"] = "dynamic types (dyn, type) are not part of this language",
        ["type"] = "dynamic types (dyn, type) are not part of this language",
        ["format"] = "format is not part of this language",
        ["quote"] = "quote is not part of this language",
        ["bind"] = "cel.bind is not part of this language",
        ["block"] = "cel.block is not part of this language",
        ["optMap"] = "optional values are not part of this language",
        ["optFlatMap"] = "optional values are not part of this language",
        ["orValue"] = "optional values are not part of this language",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Keys;

    public static IReadOnlyList<Overload> Find(string name) => ByName.GetValueOrDefault(name, []);

    /// <summary>Why CEL's function of that name is not here; null when it is, or CEL has none either.</summary>
    public static string? WhyNot(string name) => Out.GetValueOrDefault(name);
}
