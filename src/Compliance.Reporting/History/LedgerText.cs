using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The drift ledger, in words.</summary>
internal static class LedgerText
{
    public const string Resolved = "Resolved since the run before";

    public const string NotSeen = "Found before, and this run could not tell";

    public static string Of(Standing standing) => standing switch
    {
        Standing.New => "new",
        Standing.Unchanged => "unchanged",
        Standing.Returned => "returned",
        Standing.Waived => "waived",
        Standing.Resolved => "resolved",
        Standing.NotSeen => "not-seen",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    /// <summary><c>3 new, 1 returned, 2 resolved since run 41 (yesterday, 2026-11-22 06:00:00 UTC).</c></summary>
    public static string Headline(Ledger ledger)
    {
        if (ledger.Previous is not { } previous)
        {
            return "The first run of this estate and policy in the history: nothing to compare with.";
        }

        string[] parts =
        [
            $"{ledger.Count(Standing.New)} new",
            .. Optional(ledger.Count(Standing.Returned), "returned"),
            $"{ledger.Resolved.Length} resolved",
            .. Optional(ledger.NotSeen.Length, "of which this run could not tell"),
        ];
        return $"{string.Join(", ", parts)} since {Ago(ledger.Now.AsOf - previous.AsOf)} ({Run(previous)}). {Moved(Movement.Between(previous, ledger.Now))}";
    }

    /// <summary><c>new</c>, <c>returned, first seen 2026-10-01</c>, <c>since 2026-11-03 (20 days)</c>; null in a first run.</summary>
    public static string? Of(LedgerEntry entry) => entry.Standing switch
    {
        _ when entry.Before is null => null,
        Standing.New => "new",
        Standing.Returned when entry.Since == entry.Now => $"returned, first seen {Day(entry.FirstSeen)}",
        Standing.Returned => $"returned, {Since(entry)}",
        _ => entry.Since == entry.Now ? "new" : Since(entry),
    };

    /// <summary>What changed, why, and between which runs; null when there is nothing to say that the headline does not.</summary>
    public static string? Detail(LedgerEntry entry)
    {
        if (entry.Before is not { } before)
        {
            return null;
        }

        var field = entry.Finding.Live is { } live ? $"{UntrustedText.Shortened(live.Endpoint, Limits.Name)} {UntrustedText.Shortened(live.Field, Limits.Name)} " : "";
        string[] parts =
        [
            .. entry.Why is { } why ? [UntrustedText.Shortened(why, Limits.Value)] : Array.Empty<string>(),
            .. entry.Actual is { } actual ? [$"{field}was {Value(actual.From)}, is {Value(actual.To)}"] : Array.Empty<string>(),
            .. entry.Expected is { } expected ? [$"wanted was {Value(expected.From)}, is {Value(expected.To)}"] : Array.Empty<string>(),
            .. entry.Moved is { } moved ? [Lower(Moved(moved).TrimEnd('.'))] : Array.Empty<string>(),
        ];
        var after = entry.Now.Id == 0 ? "now" : $"run {Number(entry.Now)}";
        return parts.Length == 0 || entry is { Standing: Standing.New, Why: null, Actual: null, Expected: null } ? null : $"{string.Join("; ", parts)} (between run {Number(before)} and {after})";
    }

    /// <summary><c>BKP104 qemu/101: it holds now, since 2026-11-03</c>.</summary>
    public static string Line(LedgerEntry entry)
        => $"{UntrustedText.Shortened(entry.Finding.Rule, Limits.Name)} {UntrustedText.Shortened(entry.Finding.Subject.Id, Limits.Name)}: {Detail(entry)}, {Had(entry)}";

    /// <summary>Beside a rule's id: how it stands to the baseline, and to the runs before; null without both.</summary>
    public static string? Beside(Finding finding) => (Words.Of(finding.Drift), finding.History is { } entry ? Of(entry) : null) switch
    {
        (null, var history) => history,
        (var drift, null) => drift,
        var (drift, history) => $"{drift} to the baseline; {history}",
    };

    public static ImmutableArray<(string Title, ImmutableArray<LedgerEntry> Entries)> Sections(Ledger? ledger) => ledger is null
        ? []
        : [.. new[] { (Resolved, ledger.Resolved), (NotSeen, ledger.NotSeen) }.Where(section => !section.Item2.IsEmpty)];

    private static string Had(LedgerEntry entry) => $"found from {Day(entry.Since)} to {Day(entry.Before!)}";

    private static string Since(LedgerEntry entry) => $"since {Day(entry.Since)} ({Words.Count(Days(entry.Age), "day")})";

    private static string Moved(Movement moved) => moved switch
    {
        { IsTimeOnly: true } => "Neither the policy nor the live system changed: time passed.",
        { Policy: true, Live: true } => $"Both the policy and the live system changed{Program(moved)}.",
        { Policy: true } => $"The policy changed, the live system did not{Program(moved)}.",
        { Live: true } => $"The live system changed, the policy did not{Program(moved)}.",
        _ => "Only pve-compliance changed, with its rules.",
    };

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Program(Movement moved) => moved.Program ? "; pve-compliance changed too" : "";

    private static string Value(string? text) => text is null ? "not known" : $"\"{UntrustedText.Shortened(text, Limits.Name)}\"";

    private static string Run(RunMark run) => $"run {Number(run)}, {Words.ForPeople(run.AsOf)}";

    private static string Number(RunMark run) => run.Id.ToString(CultureInfo.InvariantCulture);

    private static string Day(RunMark run) => run.AsOf.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Ago(TimeSpan span) => Days(span) switch
    {
        0 => "the run before",
        1 => "yesterday",
        var days => $"{days} days ago",
    };

    private static int Days(TimeSpan span) => (int)span.TotalDays;

    private static string[] Optional(int count, string what) => count == 0 ? [] : [$"{count} {what}"];
}
