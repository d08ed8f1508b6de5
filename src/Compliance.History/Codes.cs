using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.History;

/// <summary>How values stand in the file: for ever, whatever the program calls them later.</summary>
internal static class Codes
{
    private static readonly (string Word, Verdict Value)[] Verdicts =
        [("pass", Verdict.Pass), ("fail", Verdict.Fail), ("unknown", Verdict.Unknown), ("not-applicable", Verdict.NotApplicable)];

    private static readonly (string Word, Severity Value)[] Severities =
        [("info", Severity.Info), ("warning", Severity.Warning), ("error", Severity.Error)];

    private static readonly (string Word, Outcome Value)[] Outcomes =
        [("compliant", Outcome.Compliant), ("drift", Outcome.Drift), ("unknown", Outcome.Unknown)];

    private static readonly (string Word, NoticeState Value)[] NoticeStates =
        [("sent", NoticeState.Sent), ("not-due", NoticeState.NotDue), ("failed", NoticeState.Failed)];

    private static readonly (string Word, SubjectKind Value)[] Kinds =
    [
        ("guest", SubjectKind.Guest), ("volume", SubjectKind.Volume), ("job", SubjectKind.Job), ("storage", SubjectKind.Storage),
        ("node-storage", SubjectKind.NodeStorage), ("node", SubjectKind.Node), ("service", SubjectKind.Service), ("tier", SubjectKind.Tier),
        ("compared", SubjectKind.Compared), ("estate", SubjectKind.Estate),
    ];

    public static string Of(Verdict value) => WordOf(Verdicts, value);

    public static string Of(Severity value) => WordOf(Severities, value);

    public static string Of(Outcome value) => WordOf(Outcomes, value);

    public static string Of(NoticeState value) => WordOf(NoticeStates, value);

    public static string Of(SubjectKind value) => WordOf(Kinds, value);

    public static Verdict VerdictOf(string word) => ValueOf(Verdicts, word);

    public static Severity SeverityOf(string word) => ValueOf(Severities, word);

    public static Outcome OutcomeOf(string word) => ValueOf(Outcomes, word);

    public static NoticeState NoticeStateOf(string word) => ValueOf(NoticeStates, word);

    public static SubjectKind KindOf(string word) => ValueOf(Kinds, word);

    /// <summary>Whole ticks of UTC as a number: exact, and in order.</summary>
    public static long Of(DateTimeOffset moment) => moment.UtcTicks;

    public static DateTimeOffset Moment(long ticks) => new(ticks, TimeSpan.Zero);

    public static string? Of(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string WordOf<T>((string Word, T Value)[] table, T value)
        where T : struct, Enum
        => table.First(row => EqualityComparer<T>.Default.Equals(row.Value, value)).Word;

    private static T ValueOf<T>((string Word, T Value)[] table, string word)
        where T : struct, Enum
    {
        foreach (var row in table)
        {
            if (row.Word == word)
            {
                return row.Value;
            }
        }

        throw HistoryException.BadFile($"the history holds \"{word}\", which this program does not know: it was changed by hand, or is damaged.");
    }
}
