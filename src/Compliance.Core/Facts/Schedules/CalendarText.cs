namespace Compliance.Core.Facts.Schedules;

/// <summary>
/// A place in the text of a calendar event that can be given up again, and the furthest failure seen on the way: an
/// alternative that got further says more about what was meant.
/// </summary>
internal sealed class CalendarText(string text)
{
    private int failedAt = -1;
    private string failure = "";
    private bool isFailureWeak;

    /// <summary>The next character to read.</summary>
    public int At { get; set; } = text.Length - text.AsSpan().TrimStart().Length;

    /// <summary>Where the text ends. PVE::CalendarEvent trims before it hands the text to the parser.</summary>
    public int End { get; private set; } = text.AsSpan().TrimEnd().Length;

    public bool IsAtEnd => At >= End;

    public ReadOnlySpan<char> Rest => text.AsSpan(At, End - At);

    /// <summary>Takes a word off the end, with the blanks (not tabs) before it.</summary>
    public bool TakeLast(string word)
    {
        if (!Rest.EndsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        End = At + Rest[..^word.Length].TrimEnd(' ').Length;
        return true;
    }

    public bool Take(string token)
    {
        if (!Rest.StartsWith(token, StringComparison.Ordinal))
        {
            return false;
        }

        At += token.Length;
        return true;
    }

    /// <summary>The characters that match, taken.</summary>
    public ReadOnlySpan<char> TakeWhile(Func<char, bool> matches)
    {
        var start = At;
        while (At < End && matches(text[At]))
        {
            At++;
        }

        return text.AsSpan(start, At - start);
    }

    public void SkipBlanks() => TakeWhile(c => c is ' ' or '\t');

    /// <summary>Reads, and goes back to where it was if that gives nothing.</summary>
    public T? Optional<T>(Func<T?> read) where T : class
    {
        var before = At;
        var value = read();
        At = value is null ? before : At;
        return value;
    }

    /// <param name="position">where an alternative was given up</param>
    /// <param name="message">why</param>
    /// <param name="isWeak">nothing usable stood there; a message about what does stand there says more</param>
    public void Fail(int position, string message, bool isWeak)
    {
        // The last alternative tried at a place is the one a reader has in mind: a lone number is a minute, not a year.
        if (position > failedAt || (position == failedAt && (isFailureWeak || !isWeak)))
        {
            (failedAt, failure, isFailureWeak) = (position, message, isWeak);
        }
    }

    /// <summary>The error of a text that was not read to its end.</summary>
    public CalendarEventResult Error()
    {
        SkipBlanks();
        if (failedAt > At || (failedAt == At && !isFailureWeak))
        {
            return CalendarEventResult.Invalid(text, failedAt, failure);
        }

        return CalendarEventResult.Invalid(
            text, At, IsAtEnd ? "expected a weekday, a date or a time" : $"'{Rest}' is left over");
    }
}
