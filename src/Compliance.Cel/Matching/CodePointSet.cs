namespace Compliance.Cel.Matching;

/// <summary>A set of code points as sorted ranges without overlap.</summary>
internal sealed class CodePointSet
{
    public const int Last = 0x10FFFF;

    private readonly (int From, int To)[] ranges;
    private CodePointSet? negated;

    public CodePointSet(IEnumerable<(int From, int To)> ranges)
    {
        List<(int From, int To)> merged = [];
        foreach (var range in ranges.Order())
        {
            if (merged.Count > 0 && range.From <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, range.To));
            }
            else
            {
                merged.Add(range);
            }
        }

        this.ranges = [.. merged];
    }

    public static CodePointSet All { get; } = new([(0, Last)]);

    public static CodePointSet NotLineFeed { get; } = new([(0, '\n' - 1), ('\n' + 1, Last)]);

    public IReadOnlyList<(int From, int To)> Ranges => ranges;

    public CodePointSet Negated => negated ??= Negate();

    public bool Contains(int codePoint)
    {
        var low = 0;
        var high = ranges.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint < ranges[middle].From)
            {
                high = middle - 1;
            }
            else if (codePoint > ranges[middle].To)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private CodePointSet Negate()
    {
        List<(int From, int To)> gaps = [];
        var next = 0;
        foreach (var (from, to) in ranges)
        {
            if (from > next)
            {
                gaps.Add((next, from - 1));
            }

            next = to + 1;
        }

        return new CodePointSet(next > Last ? gaps : [.. gaps, (next, Last)]);
    }
}
