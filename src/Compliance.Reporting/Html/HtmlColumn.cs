using System.Collections.Immutable;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>A column of the table of findings that are not shown in full. What is the same in each row is said once, above it.</summary>
/// <param name="Key">of the finding's member</param>
/// <param name="Same">what all rows say; empty when they say nothing; null when they differ</param>
internal sealed record HtmlColumn(string Key, string Label, bool IsCode, string? Same)
{
    private static readonly ImmutableArray<(string Key, string Label, bool IsCode)> All =
    [
        ("expected", "Expected", false), ("actual", "Actual", false), ("origin", "Comes from", false), ("policy", "Policy", true), ("place", "Live", true), ("fix", "Fix", true),
    ];

    public static ImmutableArray<HtmlColumn> Of(ScriptArray rows) =>
    [
        .. All.Select(column =>
        {
            var values = rows.Cast<ScriptObject>().Select(row => row[column.Key] as string ?? "").Distinct(StringComparer.Ordinal).Take(2).ToList();
            return new HtmlColumn(column.Key, column.Label, column.IsCode, values is [var only] ? only : null);
        }),
    ];

    public ScriptObject ToScript() => new() { ["key"] = Key, ["label"] = Label, ["is_code"] = IsCode, ["value"] = Same };
}
