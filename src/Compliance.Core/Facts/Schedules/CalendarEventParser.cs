using System.Collections.Immutable;

namespace Compliance.Core.Facts.Schedules;

/// <summary>
/// Reads a calendar event as proxmox-time's calendar_event.rs does: one alternative after the other, each of which may be
/// given up again. That order is what makes <c>24:00</c> minute 24 and <c>*-05</c> a month and a day, so it is kept.
/// </summary>
internal sealed class CalendarEventParser(string given)
{
    private const int FirstOfUnit = 1;

    private readonly CalendarText text = new(given);

    public CalendarEventResult Parse()
    {
        if (text.IsAtEnd)
        {
            return CalendarEventResult.Invalid(given, 0, "a schedule cannot be empty");
        }

        var isUtc = text.TakeLast("UTC");
        if (CalendarKeywords.Find(text.Rest) is { } keyword)
        {
            return CalendarEventResult.Valid(given, keyword.InUtc(isUtc));
        }

        return Parts() is { } parts && text.IsAtEnd ? CalendarEventResult.Valid(given, parts.InUtc(isUtc)) : text.Error();
    }

    private CalendarEvent? Parts()
    {
        byte? weekdays = null;
        if (!text.IsAtEnd && char.IsAsciiLetter(text.Rest[0]))
        {
            weekdays = WeekdayList();
            if (weekdays is null)
            {
                return null;
            }

            text.SkipBlanks();
        }

        var date = text.Optional(YearMonthDay) ?? text.Optional(MonthDay);
        if (date is not null)
        {
            text.SkipBlanks();
        }

        var time = text.Optional(Time);
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
        do
        {
            var before = text.At;
            var first = Weekday();
            if (first < 0)
            {
                // A comma that no weekday follows is left for the error.
                text.At = days == 0 ? before : before - 1;
                break;
            }

            var afterFirst = text.At;
            var last = text.Take("..") ? Weekday() : first;
            if (last < 0)
            {
                text.At = afterFirst;
                last = first;
            }

            days |= CalendarWeekdays.Range(first, last);
        }
        while (text.Take(","));

        return days == 0 ? null : days;
    }

    private int Weekday()
    {
        var start = text.At;
        var word = text.TakeWhile(char.IsAsciiLetter);
        var day = CalendarWeekdays.Find(word);
        if (day < 0)
        {
            text.Fail(
                start,
                word.IsEmpty
                    ? "expected a weekday; lists have no spaces, and ranges are written with '..'"
                    : $"'{word}' is neither a weekday (mon, monday) nor a keyword such as 'daily'",
                isWeak: false);
        }

        return day;
    }

    private CalendarField[]? YearMonthDay()
        => List(0, 2200, "year") is { } year && text.Take("-") && MonthDay() is [_, var month, var day] ? [year, month, day] : null;

    private CalendarField[]? MonthDay()
        => List(FirstOfUnit, 13, "month") is { } month && text.Take("-")
            && List(FirstOfUnit, 32, "day") is { } day ? [CalendarField.Any, month, day] : null;

    private CalendarField[]? Time()
    {
        var hour = text.Optional(() => List(0, 24, "hour") is { } list && text.Take(":") ? list : null);
        if (List(0, 60, "minute") is not { } minute)
        {
            return null;
        }

        var second = text.Optional(() => text.Take(":") ? List(0, 60, "second") : null);
        return [hour ?? CalendarField.Any, minute, second ?? CalendarField.Zero];
    }

    private CalendarField? List(int first, int limit, string unit)
    {
        if (text.Take("*"))
        {
            return Star(first, limit, unit);
        }

        var values = ImmutableArray.CreateBuilder<CalendarValue>();
        do
        {
            var before = text.At;
            if (Value(limit, unit) is not { } value)
            {
                text.At = values.Count == 0 ? before : before - 1;
                break;
            }

            values.Add(value);
        }
        while (text.Take(","));

        return values.Count == 0 ? null : new CalendarField(values.ToImmutable());
    }

    private CalendarField? Star(int first, int limit, string unit)
    {
        var afterStar = text.At;
        if (!text.Take("/"))
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

        // "*/0" is refused, but only because the "/0" is then left over.
        text.Fail(afterStar, "a step of 0 is not possible here", isWeak: false);
        text.At = afterStar;
        return CalendarField.Any;
    }

    private CalendarValue? Value(int limit, string unit)
    {
        if (Number(limit, unit) is not { } start)
        {
            return null;
        }

        var afterStart = text.At;
        int? last = text.Take("..") ? Number(limit, unit) : null;
        if (last is null)
        {
            text.At = afterStart;
        }
        else if (start > last)
        {
            text.Fail(afterStart, $"the range ends before it starts ({start}..{last})", isWeak: false);
            return null;
        }

        if (!text.Take("/"))
        {
            return new CalendarValue(start, last, null);
        }

        return Number(limit, unit) is { } step ? new CalendarValue(start, last, step) : null;
    }

    private int? Number(int limit, string unit)
    {
        var start = text.At;
        var digits = text.TakeWhile(char.IsAsciiDigit);
        if (digits.IsEmpty)
        {
            text.Fail(start, $"expected a {unit}", isWeak: true);
            return null;
        }

        var value = 0;
        foreach (var digit in digits)
        {
            value = Math.Min(limit, (value * 10) + (digit - '0'));
        }

        if (value < limit)
        {
            return value;
        }

        text.Fail(start, $"{digits} is too large for a {unit}, which must be below {limit}", isWeak: false);
        text.At = start;
        return null;
    }
}
