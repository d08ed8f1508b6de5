using YamlDotNet.Core;

namespace Compliance.Policies;

/// <summary>
/// For each character of a scalar's value, the range of the source it was written as. The scalar is decoded a second time,
/// by the rules of YAML 1.2.2 chapters 7 and 8; only when that gives exactly the parser's value is the trace trusted.
/// </summary>
internal sealed class ScalarOffsets
{
    private readonly List<(int From, int To)> _ranges;

    private ScalarOffsets(List<(int From, int To)> ranges, bool isExact)
    {
        _ranges = ranges;
        IsExact = isExact;
    }

    /// <summary>Whether the value could be traced.</summary>
    public bool IsExact { get; }

    public static ScalarOffsets Trace(string text, int start, int end, ScalarStyle style, string value)
    {
        foreach (var decoded in Decodings(text, start, end, style))
        {
            if (decoded.Gives(value))
            {
                return new ScalarOffsets(decoded.Ranges, isExact: value.Length > 0);
            }
        }

        return new ScalarOffsets([], isExact: false);
    }

    /// <summary>The source range of a range of the value. An empty range, or one past the end, is the point after its predecessor.</summary>
    public (int From, int To) RangeOf(int offset, int length)
    {
        var last = _ranges.Count - 1;
        if (offset > last)
        {
            return (_ranges[last].To, _ranges[last].To);
        }

        var first = Math.Max(offset, 0);
        var from = _ranges[first].From;
        return length <= 0 ? (from, from) : (from, _ranges[Math.Min(first + length - 1, last)].To);
    }

    private static IEnumerable<TracedText> Decodings(string text, int start, int end, ScalarStyle style) => style switch
    {
        ScalarStyle.Plain => [FlowScalarTrace.Decode(text, start, end, style)],
        ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted when end - start >= 2 => [FlowScalarTrace.Decode(text, start + 1, end - 1, style)],
        ScalarStyle.Literal or ScalarStyle.Folded => BlockScalarTrace.Decodings(text, start, end, isFolded: style == ScalarStyle.Folded),
        _ => [],
    };
}
