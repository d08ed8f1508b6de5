namespace Compliance.Cel.Matching;

/// <summary>The reader of a pattern: where it stands, and the first thing that was wrong.</summary>
internal sealed class PatternText(string source)
{
    public int At { get; set; }

    public string? Problem { get; private set; }

    public bool IsEnd => At >= source.Length || Problem is not null;

    public char Current => IsEnd ? '\0' : source[At];

    public string From(int start) => source[start..Math.Min(At, source.Length)];

    public bool StartsWith(string text) => !IsEnd && source.AsSpan(At).StartsWith(text);

    public bool Take(string text)
    {
        if (!StartsWith(text))
        {
            return false;
        }

        At += text.Length;
        return true;
    }

    /// <summary>The text up to an end, which is taken too; null when there is no end.</summary>
    public string? TakeUntil(string end)
    {
        var found = IsEnd ? -1 : source.IndexOf(end, At, StringComparison.Ordinal);
        if (found < 0)
        {
            return null;
        }

        var text = source[At..found];
        At = found + end.Length;
        return text;
    }

    public string Rest()
    {
        var rest = IsEnd ? "" : source[At..];
        At = source.Length;
        return rest;
    }

    public int TakeCodePoint()
    {
        if (IsEnd)
        {
            return 0;
        }

        var width = Values.Texts.Width(source, At);
        var codePoint = width == 2 ? char.ConvertToUtf32(source[At], source[At + 1]) : source[At];
        At += width;
        return codePoint;
    }

    /// <summary>One UTF-16 unit, or nothing at the end.</summary>
    public string TakeLetter() => IsEnd ? "" : source[At++].ToString();

    public void Fail(string problem) => Problem ??= $"the pattern {Values.ValueText.Brief(source)} is not valid: {problem}";
}
