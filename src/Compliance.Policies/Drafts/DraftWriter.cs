using System.Text;

namespace Compliance.Policies;

/// <summary>Lines of YAML with comments. YamlDotNet's emitter knows no comment beside a value.</summary>
internal sealed class DraftWriter
{
    /// <summary>As wide as a comment beside a value may make its line.</summary>
    private const int Width = 140;

    private readonly StringBuilder text = new();

    /// <summary>A line that is written as it stands: it holds nothing untrusted.</summary>
    public void Line(string line = "") => text.Append(line).Append('\n');

    /// <summary>A line with a note: beside it, or above where it would grow too wide.</summary>
    public void Line(string line, string? note)
    {
        if (note is null)
        {
            Line(line);
            return;
        }

        var comment = YamlText.Comment(note);
        if (line.Length + comment.Length + 4 <= Width)
        {
            Line($"{line}  # {comment}");
            return;
        }

        Line($"{line[..^line.TrimStart().Length]}# {comment}");
        Line(line);
    }

    /// <summary>A line with notes above it.</summary>
    public void Line(string line, IReadOnlyCollection<string> notes)
    {
        if (notes.Count == 1)
        {
            Line(line, notes.First());
            return;
        }

        foreach (var note in notes)
        {
            Line($"{line[..^line.TrimStart().Length]}# {YamlText.Comment(note)}");
        }

        Line(line);
    }

    /// <summary>A list with a note beside each item; nothing when it is empty.</summary>
    public void List(string indent, string key, IReadOnlyCollection<Drafted> items, Func<string, string> scalar)
    {
        if (items.Count == 0)
        {
            return;
        }

        Line($"{indent}{key}:");
        foreach (var item in items)
        {
            Line($"{indent}  - {scalar(item.Value)}", item.Note);
        }
    }

    public override string ToString() => text.ToString();
}
