using Compliance.Core.Model;
using YamlDotNet.Core;

namespace Compliance.Policies;

/// <summary>A scalar: its value, how it is written, and which character of the file each character of the value comes from.</summary>
internal sealed class YamlScalar : YamlNode
{
    private readonly SourceText _source;
    private readonly int _start;
    private readonly int _end;
    private readonly ScalarStyle _style;
    private ScalarOffsets? _offsets;

    /// <param name="start">index of the first character of the scalar in the source, its quote or block sign included</param>
    /// <param name="end">index after its last character, trailing white space of a block not counted</param>
    public YamlScalar(SourceText source, string value, ScalarStyle style, int start, int end)
        : base(source.PlaceOf(start, end))
    {
        _source = source;
        _start = start;
        _end = end;
        _style = style;
        Value = value;
        Kind = style == ScalarStyle.Plain ? ScalarKinds.OfPlain(value) : ScalarKind.Text;
    }

    private YamlScalar(string value, Place place)
        : base(place)
    {
        _source = new SourceText(place.File, string.Empty);
        _style = ScalarStyle.Plain;
        Value = value;
        Kind = ScalarKind.Text;
    }

    public string Value { get; }

    public ScalarKind Kind { get; }

    /// <summary>Whether quotes or a block sign make it text whatever it says.</summary>
    public bool IsPlain => _style == ScalarStyle.Plain;

    /// <summary>A key that stands in no file by itself, such as the last step of a path in a case; its place is where the path stands.</summary>
    public static YamlScalar Made(string value, Place place) => new(value, place);

    /// <summary>Another word in the quotes this one has, if any; null when it stands in no file as it is, as in a block or with escapes.</summary>
    public TextEdit? Rewritten(string value) => Inner() is { } inner ? new TextEdit(inner, value) : null;

    /// <summary>The same characters in double quotes; null when it has quotes, or when a quote in it would end them.</summary>
    public TextEdit? InQuotes() => IsPlain && Inner() is not null && Value.AsSpan().IndexOfAny('"', '\\') < 0 ? new TextEdit(Place, $"\"{Value}\"") : null;

    /// <summary>The same characters without their quotes.</summary>
    public TextEdit? Unquoted() => !IsPlain && Inner() is not null ? new TextEdit(Place, Value) : null;

    /// <summary>Another word for a range of the value; null when the range does not stand in the file as it is.</summary>
    public TextEdit? Rewritten(int offset, int length, string value)
    {
        _offsets ??= ScalarOffsets.Trace(_source.Text, _start, _end, _style, Value);
        if (!_offsets.IsExact || length <= 0 || offset < 0 || offset + length > Value.Length)
        {
            return null;
        }

        var (from, to) = _offsets.RangeOf(offset, length);
        return to <= _end && to - from == length && IsWritten(from, to, Value.AsSpan(offset, length)) ? new TextEdit(_source.PlaceOf(from, to), value) : null;
    }

    /// <summary>
    /// Where a range of the value stands in the file. Exact for plain, quoted, literal and folded scalars, escapes and folds
    /// included; the whole scalar where the value cannot be traced. Never outside the scalar.
    /// </summary>
    public Place PlaceOf(int offset, int length)
    {
        _offsets ??= ScalarOffsets.Trace(_source.Text, _start, _end, _style, Value);
        if (!_offsets.IsExact)
        {
            return Place;
        }

        var (from, to) = _offsets.RangeOf(offset, length);
        return _source.PlaceOf(Math.Clamp(from, _start, _end), Math.Clamp(to, _start, _end));
    }

    /// <summary>Where exactly the value stands, quotes left out.</summary>
    private Place? Inner()
    {
        var quote = _style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0;
        var (from, to) = (_start + quote, _end - quote);
        return _style is not (ScalarStyle.Literal or ScalarStyle.Folded) && IsWritten(from, to, Value) ? _source.PlaceOf(from, to) : null;
    }

    /// <summary>Of one line, and not changed by any escape.</summary>
    private bool IsWritten(int from, int to, ReadOnlySpan<char> value)
        => from < to && to <= _source.Text.Length && !value.Contains('\n') && _source.Text.AsSpan(from, to - from).SequenceEqual(value);
}
