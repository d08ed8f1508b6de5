using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A text of a rule file, with the way back from any part of it to the file.</summary>
public sealed class RuleText
{
    private readonly YamlScalar _scalar;

    internal RuleText(YamlScalar scalar)
    {
        _scalar = scalar;
        Value = scalar.Value.TrimEnd('\n');
    }

    /// <summary>The text without the line ends that a YAML block leaves after it.</summary>
    public string Value { get; }

    /// <summary>The whole of it, quotes or block sign included.</summary>
    public Place Place => _scalar.Place;

    /// <summary>
    /// The place in the file of a range of <see cref="Value"/>, in UTF-16 units. A range at or past the end is the point after
    /// the text. Never outside <see cref="Place"/>.
    /// </summary>
    public Place PlaceOf(int offset, int length)
    {
        var from = Math.Clamp(offset, 0, Value.Length);
        return _scalar.PlaceOf(from, Math.Clamp(length, 0, Value.Length - from));
    }

    /// <summary>Another word for a range of <see cref="Value"/>; null when the range does not stand in the file as it is.</summary>
    internal TextEdit? Rewritten(int offset, int length, string word) => _scalar.Rewritten(offset, length, word);

    public override string ToString() => Value;
}
