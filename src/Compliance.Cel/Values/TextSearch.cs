namespace Compliance.Cel.Values;

/// <summary>
/// Finds one text in another, ordinally, in time linear in both. What .NET offers compares at every place that looks right,
/// which for long parts of a monotonous text is the product of the lengths.
/// </summary>
internal static class TextSearch
{
    /// <summary>Up to here the product is still a small multiple of the length, and .NET is fast.</summary>
    private const int Short = 32;

    /// <summary>The first place at or after an offset, or -1.</summary>
    public static int IndexOf(string text, string part, int from)
        => part.Length <= Short ? text.IndexOf(part, from, StringComparison.Ordinal) : Scan(text.AsSpan(from), part, isLast: false) is var at and >= 0 ? at + from : -1;

    /// <summary>The last place, or -1.</summary>
    public static int LastIndexOf(ReadOnlySpan<char> text, string part)
        => part.Length <= Short ? text.LastIndexOf(part) : Scan(text, part, isLast: true);

    /// <summary>Knuth, Morris and Pratt: after a mismatch goes on with the longest start of the part that is still possible.</summary>
    private static int Scan(ReadOnlySpan<char> text, string part, bool isLast)
    {
        if (part.Length > text.Length)
        {
            return -1;
        }

        var fallback = Fallback(part);
        var found = -1;
        var matched = 0;
        for (var i = 0; i < text.Length; i++)
        {
            matched = Extend(part, fallback, matched, text[i]);
            if (matched == part.Length)
            {
                found = i + 1 - part.Length;
                if (!isLast)
                {
                    break;
                }

                matched = fallback[matched - 1];
            }
        }

        return found;
    }

    /// <summary>For every start of the part: how long the longest proper start of it is that is also its end.</summary>
    private static int[] Fallback(string part)
    {
        var fallback = new int[part.Length];
        for (var i = 1; i < part.Length; i++)
        {
            fallback[i] = Extend(part, fallback, fallback[i - 1], part[i]);
        }

        return fallback;
    }

    private static int Extend(string part, int[] fallback, int matched, char next)
    {
        while (matched > 0 && part[matched] != next)
        {
            matched = fallback[matched - 1];
        }

        return part[matched] == next ? matched + 1 : 0;
    }
}
