using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>One finding for the page.</summary>
internal static class HtmlFinding
{
    /// <summary>Without what its group says for all of its findings: rule, title and clauses are null.</summary>
    public static ScriptObject Of(Finding finding, HtmlCells cells, DateTimeOffset asOf) => new()
    {
        ["anchor"] = Anchor.OfFinding(finding),
        ["mark"] = null,
        ["rule"] = null,
        ["title"] = null,
        ["clauses"] = null,
        ["classes"] = cells.Classes("f", [finding]),
        ["subject"] = UntrustedText.Shortened(finding.Subject.Id, Limits.Name),
        ["name"] = finding.Subject.Name is { } name ? UntrustedText.Shortened(name, Limits.Name) : null,
        ["message"] = UntrustedText.Shortened(finding.Message, Limits.Message),
        ["has_values"] = finding.Expected is not null || finding.Actual is not null,
        ["expected"] = finding.Expected is { } expected ? UntrustedText.Shortened(expected, Limits.Value) : null,
        ["actual"] = Actual(finding),
        ["has_origins"] = !finding.Origins.IsEmpty,
        ["origins"] = Origins(finding),
        ["origin"] = finding.Origins.IsEmpty ? null : UntrustedText.Shortened(string.Join(" › ", finding.Origins.Select(InWords)), Limits.Value),
        ["because"] = finding.Because.IsEmpty ? null : ReasonText.Of(finding),
        ["is_unread"] = finding is { Actual: null, Verdict: Verdict.Unknown },
        ["policy"] = finding.Policy is { } policy ? UntrustedText.Shortened($"{policy.File}:{policy.Line}", Limits.Value) : null,
        ["endpoint"] = finding.Live is { } live ? UntrustedText.Shortened(live.Endpoint, Limits.Value) : null,
        ["field"] = UntrustedText.Shortened(finding.Live?.Field, Limits.Name),
        ["place"] = finding.Live is { } at ? UntrustedText.Shortened($"{at.Endpoint} {at.Field}", Limits.Value) : null,
        ["fix"] = finding.Fix,
        ["waiver"] = finding.Waiver is { } waiver ? WaiverText.Of(waiver, asOf) : null,
        ["drift"] = Words.Of(finding.Drift),
        ["history"] = finding.History is { } history ? LedgerText.Of(history) : null,
        ["is_new"] = finding.History is { Before: not null, Standing: Standing.New or Standing.Returned },
        ["changed"] = finding.History is { } entry ? LedgerText.Detail(entry) : null,
        ["missing"] = Script.List(finding.Missing, gap => UntrustedText.Shortened(gap.ToString(), Limits.Value)),
    };

    // What stands below the level that counts is set, and hidden by it.
    private static ScriptArray Origins(Finding finding)
    {
        var isDecided = false;
        return Script.List(finding.Origins, level =>
        {
            var isHidden = isDecided && !level.IsEffective && level.Value is not null;
            isDecided |= level.IsEffective;
            return new ScriptObject
            {
                ["level"] = UntrustedText.Shortened(level.Level, Limits.Name),
                ["value"] = level.Value is { } value ? UntrustedText.Shortened(value, Limits.Value) : null,
                ["is_effective"] = level.IsEffective,
                ["is_hidden"] = isHidden,
                ["unread"] = level.Unread is { } gap ? UntrustedText.Shortened(gap.ToString(), Limits.Value) : null,
            };
        });
    }

    private static string InWords(OriginLevel level)
        => $"{level.Level}: {level.Value ?? (level.Unread is null ? "not set" : "could not be read")}{(level.IsEffective ? " (counts)" : "")}";

    private static string? Actual(Finding finding) => finding switch
    {
        { Actual: { } actual } => UntrustedText.Shortened(actual, Limits.Value),
        { Verdict: Verdict.Unknown } => "could not be read",
        _ => null,
    };
}
