using System.Collections.Immutable;

namespace Compliance.Core.Facts.Schedules;

/// <summary>
/// Reads a calendar event as proxmox-time's calendar_event.rs does: one alternative after the other, each of which may be
/// given up again. That order is what makes <c>24:00</c> minute 24 and <c>*-05</c> a month and a day, so it is kept.
/// The furthest place at which an alternative was given up is where the error is reported.
/// </summary>
internal sealed class CalendarEventParser(string text)
{
    private const int FirstOfUnit = 1;

    private int end;
    private int at;
    private int failedAt = -1;
    private string failure = "";
    private bool isFailureWeak;

    public CalendarEventResult Parse()
    {
        // PVE::CalendarEvent trims before it hands the text to the parser.
        end = text.AsSpan().TrimEnd().Length;
        at = text.Length - text.AsSpan().TrimStart().Length;
        if (at >= end)
        {
            return Error(0, "a schedule cannot be empty");
        }

        var isUtc = text.AsSpan(at, end - at).EndsWith("UTC", StringComparison.Ordinal);
        if (isUtc)
        {
            end = at + text.AsSpan(at, end - 3 - at).TrimEnd(' ').Length;
        }

        if (CalendarKeywords.Find(text.AsSpan(at, end - at)) is { } keyword)
        {
            return CalendarEventResult.Valid(text, keyword.InUtc(isUtc));
        }

        return Parts() is { } parts && at == end ? CalendarEventResult.Valid(text, parts.InUtc(isUtc)) : Error();
    }

    private CalendarEvent? Parts()
    {
        byte? weekdays = null;
        if (at < end && char.IsAsciiLetter(text[at]))
        {
            weekdays = WeekdayList();
            if (weekdays is null)
            {
                return null;
            }

            SkipBlanks();
        }

        var date = Optional(YearMonthDay) ?? Optional(MonthDay);
        if (date is not null)
        {
            SkipBlanks();
        }

        var time = Optional(Time);
        if (weekdays is null && date is null && time is null)
        {
            return null;
        }

        return new CalendarEvent
        {
            Weekdays = weekdays is CalendarWeekdays.All or null ? (byte)0 : weekdays.Value,
            Year = date?[0] ?? CalendarField.Any,
            Month = date?[1] ?? CalendarField.Any,
            Day = date?[2] ?? CalendarField.Any,
            Hour = time?[0] ?? CalendarField.Zero,
            Minute = time?[1] ?? CalendarField.Zero,
            Second = time?[2] ?? CalendarField.Zero,
        };
    }

    private byte? WeekdayList()
    {
        byte days = 0;
        while (true)
        {
            var before = at;
            var first = Weekday();
            if (first < 0)
            {
                at = days == 0 ? before : before - 1;
                return days == 0 ? null : days;
            }

            var last = first;
            var afterFirst = at;
            if (Take(".."))
            {
                last = Weekday();
                if (last < 0)
                {
                    at = afterFirst;
                    last = first;
                }
            }

            days |= CalendarWeekdays.Range(first, last);
            if (!Take(","))
            {
                return days;
            }
        }
    }

    private int Weekday()
    {
        var start = at;
        while (at < end && char.IsAsciiLetter(text[at]))
        {
            at++;
        }

        var word = text.AsSpan(start, at - start);
        var day = CalendarWeekdays.Find(word);
        if (day < 0)
        {
            Fail(start, word.IsEmpty
                ? "expected a weekday; lists have no spaces, and ranges are written with '..'"
                : $"'{word}' is neither a weekday (mon, monday) nor a keyword such as 'daily'");
        }

        return day;
    }

    private CalendarField[]? YearMonthDay()
        => List(0, 2200, "year") is { } year && Take("-")
            && List(FirstOfUnit, 13, "month") is { } month && Take("-")
            && List(FirstOfUnit, 32, "day") is { } day ? [year, month, day] : null;

    private CalendarField[]? MonthDay()
        => List(FirstOfUnit, 13, "month") is { } month && Take("-")
            && List(FirstOfUnit, 32, "day") is { } day ? [CalendarField.Any, month, day] : null;

    private CalendarField[]? Time()
    {
        var hour = Optional(() => List(0, 24, "hour") is { } list && Take(":") ? list : null);
        if (List(0, 60, "minute") is not { } minute)
        {
            return null;
        }

        var second = Optional(() => Take(":") ? List(0, 60, "second") : null);
        return [hour ?? CalendarField.Any, minute, second ?? CalendarField.Zero];
    }

    private CalendarField? List(int first, int limit, string unit)
    {
        if (Take("*"))
        {
            // "*/0" is refused, but only because the "/0" is then left over.
            var star = at;
            if (!Take("/"))
            {
                return CalendarField.Any;
            }

            if (Number(limit, unit) is not { } step)
            {
                return null;
            }

            if (step > 0)
            {
                return new CalendarField([new CalendarValue(first, null, step)]);
            }

            Fail(star, "a step of 0 is not possible here");
            at = star;
            return CalendarField.Any;
        }

        var values = ImmutableArray.CreateBuilder<CalendarValue>();
        do
        {
            var before = at;
            if (Value(limit, unit) is not { } value)
            {
                at = values.Count == 0 ? before : before - 1;
                break;
            }

            values.Add(value);
        }
        while (Take(","));

        return values.Count == 0 ? null : new CalendarField(values.ToImmutable());
    }

    private CalendarValue? Value(int limit, string unit)
    {
        if (Number(limit, unit) is not { } start)
        {
            return null;
        }

        var afterStart = at;
        int? last = Take("..") ? Number(limit, unit) : null;
        if (last is null)
        {
            at = afterStart;
        }
        else if (start > last)
        {
            Fail(afterStart, $"the range ends before it starts ({start}..{last})");
            return null;
        }

        if (!Take("/"))
        {
            return new CalendarValue(start, last, null);
        }

        return Number(limit, unit) is { } step ? new CalendarValue(start, last, step) : null;
    }

    private int? Number(int limit, string unit)
    {
        var start = at;
        var value = 0;
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            value = Math.Min(limit, (value * 10) + (text[at] - '0'));
            at++;
        }

        if (at == start)
        {
            Fail(start, $"expected a {unit}", isWeak: true);
            return null;
        }

        if (value < limit)
        {
            return value;
        }

        Fail(start, $"{text.AsSpan(start, at - start)} is too large for a {unit}, which must be below {limit}");
        at = start;
        return null;
    }

    private T? Optional<T>(Func<T?> read) where T : class
    {
        var before = at;
        var value = read();
        at = value is null ? before : at;
        return value;
    }

    private bool Take(string token)
    {
        if (!text.AsSpan(at, end - at).StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        at += token.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (at < end && text[at] is ' ' or '\t')
        {
            at++;
        }
    }

    /// <param name="position">where an alternative was given up</param>
    /// <param name="message">why</param>
    /// <param name="isWeak">nothing usable stood there; a message about what does stand there says more</param>
    private void Fail(int position, string message, bool isWeak = false)
    {
        // The last alternative tried at a place is the one a reader has in mind: a lone number is a minute, not a year.
        if (position > failedAt || (position == failedAt && (isFailureWeak || !isWeak)))
        {
            (failedAt, failure, isFailureWeak) = (position, message, isWeak);
        }
    }

    private CalendarEventResult Error()
    {
        SkipBlanks();
        if (failedAt > at || (failedAt == at && !isFailureWeak))
        {
            return Error(failedAt, failure);
        }

        return Error(at, at < end ? $"'{text.AsSpan(at, end - at)}' is left over" : "expected a weekday, a date or a time");
    }

    private CalendarEventResult Error(int position, string message) => CalendarEventResult.Invalid(text, position, message);
}
