namespace Compliance.Cel.Evaluation.Functions;

/// <summary>Every function of the language, by name.</summary>
internal static class FunctionTable
{
    private static readonly ILookup<string, Overload> ByName = new[]
    {
        TextFunctions.All, ConversionFunctions.All, TimeFunctions.All, StringExtensions.All,
    }.SelectMany(group => group).ToLookup(overload => overload.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => ByName.Select(group => group.Key);

    /// <summary>The overloads of a name, methods and functions alike; none when there is no such function.</summary>
    public static IEnumerable<Overload> Find(string name) => ByName[name];
}
