using Compliance.Cel;
using Compliance.Core.Facts.Table;

namespace Compliance.Reporting;

/// <summary>How a fact is described in every format.</summary>
internal static class FactWording
{
    /// <summary>The type as the language sees it: a text with few values is a string.</summary>
    public static string Type(CelType type) => type switch
    {
        CelEnumType => "string",
        CelListType list => $"list of {Type(list.Element)}",
        _ => $"{type}",
    };

    /// <summary>The values of a text that has few; none for every other fact.</summary>
    public static IReadOnlyList<string> Values(Fact fact) => fact.Type is CelEnumType words ? words.Values : [];

    /// <summary>The endpoints it is made from, each with what the token needs there.</summary>
    public static IEnumerable<(string Endpoint, IReadOnlyList<FactSource> Needs)> Endpoints(Fact fact) => fact.Sources
        .GroupBy(source => source.Endpoint, StringComparer.Ordinal)
        .Select(sources => (sources.Key, (IReadOnlyList<FactSource>)[.. sources.Where(source => source.Privilege is not null)]));

    /// <summary>How to read and write a value: what a number counts, how a literal is spelled; null for what explains itself.</summary>
    public static string? Unit(Fact fact) => fact.Unit
        ?? (fact.Type == CelType.Duration ? "written duration(\"26h\")"
        : fact.Type == CelType.Timestamp ? "UTC, written timestamp(\"2026-11-23T06:00:00Z\")"
        : null);

    /// <summary>What the value may be instead of a value of its type: absent, unknown, both, or neither.</summary>
    public static string MayBe(Fact fact) => (fact.IsOptional, fact.MayBeUnknown) switch
    {
        (true, true) => "absent, unknown",
        (true, false) => "absent",
        (false, true) => "unknown",
        _ => string.Empty,
    };
}
