using System.Text;

namespace Compliance.Policies;

/// <summary>Text under construction that remembers the source range of each of its characters.</summary>
internal sealed class TracedText
{
    private readonly StringBuilder _text = new();

    public List<(int From, int To)> Ranges { get; } = [];

    public int Length => _text.Length;

    public char this[int index] => _text[index];

    public void Add(char character, int from, int to)
    {
        _text.Append(character);
        Ranges.Add((from, to));
    }

    public void Truncate(int length)
    {
        _text.Length = length;
        Ranges.RemoveRange(length, Ranges.Count - length);
    }

    public bool Gives(string value) => _text.Length == value.Length && _text.Equals(value);
}
