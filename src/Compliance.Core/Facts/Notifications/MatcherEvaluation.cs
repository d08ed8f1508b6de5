using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Notifications;

/// <summary>
/// Whether a matcher passes an event on to its targets, as proxmox-notify <c>matcher.rs:MatcherConfig::matches</c> decides. The
/// mode joins the three kinds of statements, and also the statements of one kind: two <c>match-severity</c> lines of a matcher
/// in mode <c>all</c> never both match.
/// </summary>
public static class MatcherEvaluation
{
    /// <summary>Cannot be told when it depends on the time and the event has none, or on a statement nobody can read here.</summary>
    public static MatchResult Evaluate(NotificationMatcher matcher, NotificationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(matcher);
        ArgumentNullException.ThrowIfNull(happened);
        if (matcher.IsDisabled)
        {
            return MatchResult.Of(false);
        }

        if (matcher.Mode is not ("all" or "any"))
        {
            return MatchResult.Unknown($"its mode \"{matcher.Mode}\" is not known here");
        }

        // Without any statement it always matches, and inverting does not change that.
        var any = matcher.Mode == "any";
        MatchResult? result = null;
        Join(matcher.Severities.Select(s => SeverityOf(s, happened)));
        Join(matcher.Fields.Select(f => FieldOf(f, happened)));
        Join(matcher.Calendars.Select(c => CalendarOf(c, happened)));
        return result is not { } matches ? MatchResult.Of(true) : matcher.IsInverted ? matches.Inverted : matches;

        void Join(IEnumerable<MatchResult> statements)
        {
            foreach (var statement in statements)
            {
                result = result is { } before ? before.Combine(statement, any) : statement;
            }
        }
    }

    /// <summary>The matchers that pass the event on, those of which it cannot be told.</summary>
    public static ImmutableArray<(NotificationMatcher Matcher, MatchResult Result)> Matching(
        ImmutableArray<NotificationMatcher> matchers, NotificationEvent happened)
        => [.. matchers.Select(m => (m, Evaluate(m, happened))).Where(m => m.Item2.Matches != false)];

    private static MatchResult SeverityOf(string statement, NotificationEvent happened)
        => SeverityMatch.Parse(statement) is { } match ? MatchResult.Of(match.Matches(happened.Severity)) : Unreadable(statement);

    private static MatchResult FieldOf(string statement, NotificationEvent happened)
        => FieldMatch.Parse(statement) is { } match ? match.Matches(happened) : Unreadable(statement);

    private static MatchResult CalendarOf(string statement, NotificationEvent happened) => DailyDuration.Parse(statement) switch
    {
        null => Unreadable(statement),
        { IsEmpty: true } => MatchResult.Of(false),
        { } window => happened.LocalTime is { } time
            ? MatchResult.Of(window.Contains(time))
            : MatchResult.Unknown($"it speaks only at certain times ({statement}), and when a run fails nobody can foretell"),
    };

    // Proxmox refuses such a configuration as a whole; the API would not have taken it either.
    private static MatchResult Unreadable(string statement) => MatchResult.Unknown($"its statement \"{statement}\" cannot be read");
}
