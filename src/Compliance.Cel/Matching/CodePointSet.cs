using System.Globalization;
using System.Text;

namespace Compliance.Cel.Matching;

/// <summary>A set of code points, and the .NET pattern that matches exactly one of them, surrogate pairs included.</summary>
internal sealed class CodePointSet
{
    private const int Last = 0x10FFFF;
    private readonly List<(int From, int To)> ranges = [];

    public void Add(int from, int to) => ranges.Add((from, to));

    public void Add(CodePointSet other) => ranges.AddRange(other.ranges);

    public CodePointSet Complement()
    {
        var rest = new CodePointSet();
        var next = 0;
        foreach (var (from, to) in Merged())
        {
            if (from > next)
            {
                rest.Add(next, from - 1);
            }

            next = to + 1;
        }

        if (next <= Last)
        {
            rest.Add(next, Last);
        }

        return rest;
    }

    /// <summary>A class for what fits one UTF-16 unit, and alternatives for pairs.</summary>
    public string ToPattern()
    {
        var units = new StringBuilder();
        var pairs = new List<string>();
        foreach (var (from, to) in Merged())
        {
            AddUnits(units, from, Math.Min(to, 0xD7FF));
            AddUnits(units, Math.Max(from, 0xE000), Math.Min(to, 0xFFFF));
            AddPairs(pairs, Math.Max(from, 0x10000), to);
        }

        if (units.Length > 0)
        {
            pairs.Insert(0, $"[{units}]");
        }

        return pairs.Count == 0 ? "[^\\s\\S]" : pairs.Count == 1 ? $"(?:{pairs[0]})" : $"(?:{string.Join('|', pairs)})";
    }

    private static void AddUnits(StringBuilder units, int from, int to)
    {
        if (from <= to)
        {
            units.Append(Unit(from)).Append('-').Append(Unit(to));
        }
    }

    // Whole high surrogates in the middle, the partial ones at either end apart.
    private static void AddPairs(List<string> pairs, int from, int to)
    {
        while (from <= to)
        {
            var (high, low) = Split(from);
            var (lastHigh, lastLow) = Split(to);
            if (high == lastHigh)
            {
                pairs.Add($"{Unit(high)}[{Unit(low)}-{Unit(lastLow)}]");
                return;
            }

            var wholeTo = lastLow == 0xDFFF ? lastHigh : lastHigh - 1;
            if (low == 0xDC00 && wholeTo >= high)
            {
                pairs.Add($"[{Unit(high)}-{Unit(wholeTo)}][\\uDC00-\\uDFFF]");
                from = Join(wholeTo + 1);
            }
            else
            {
                pairs.Add($"{Unit(high)}[{Unit(low)}-\\uDFFF]");
                from = Join(high + 1);
            }
        }
    }

    private static (int High, int Low) Split(int code) => (0xD800 + ((code - 0x10000) >> 10), 0xDC00 + ((code - 0x10000) & 0x3FF));

    private static int Join(int high) => 0x10000 + ((high - 0xD800) << 10);

    private static string Unit(int unit) => string.Create(CultureInfo.InvariantCulture, $"\\u{unit:X4}");

    private List<(int From, int To)> Merged()
    {
        var merged = new List<(int From, int To)>();
        foreach (var (from, to) in ranges.Order())
        {
            if (merged.Count > 0 && from <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return merged;
    }
}
