using System.Collections.Immutable;
using Compliance.Core.Facts;

namespace Compliance.Core.Model;

/// <summary>
/// A fault somebody accepts for a while, with name and reason. It marks a finding that failed; it removes none, and changes no
/// verdict. Read from <c>waivers.yaml</c>.
/// </summary>
public sealed record Waiver
{
    /// <summary>The rule's id, such as <c>BKP104</c>.</summary>
    public required Placed<string> Rule { get; init; }

    /// <summary>Subject ids as reports show them; <c>*</c> stands for any text, <c>?</c> for one character. At least one.</summary>
    public required ImmutableArray<Placed<string>> Subjects { get; init; }

    /// <summary>Who answers for it.</summary>
    public required Placed<string> Owner { get; init; }

    public required Placed<string> Reason { get; init; }

    /// <summary>Where the work on it is followed; null when nowhere.</summary>
    public Placed<string>? Ticket { get; init; }

    /// <summary>Its first day, in UTC.</summary>
    public required Placed<DateOnly> Made { get; init; }

    /// <summary>Its last day, in UTC: it holds until that day ends.</summary>
    public required Placed<DateOnly> Expires { get; init; }

    public required Place Place { get; init; }

    /// <summary>Whether it speaks of a finding, in force or not.</summary>
    public bool Matches(string rule, string subject)
        => string.Equals(Rule.Value, rule, StringComparison.Ordinal) && Subjects.Any(pattern => Glob.IsMatch(subject, pattern.Value));

    public bool IsExpired(DateTimeOffset asOf) => DayOf(asOf) > Expires.Value;

    /// <summary>Whether it begins on a later day: a waiver does not hold before somebody gave it.</summary>
    public bool IsYetToCome(DateTimeOffset asOf) => DayOf(asOf) < Made.Value;

    /// <summary>Days after that of <paramref name="asOf"/>; 0 on the last day.</summary>
    public int DaysLeft(DateTimeOffset asOf) => Expires.Value.DayNumber - DayOf(asOf).DayNumber;

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);
}
