using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// Reads of a runbook in Markdown what binds clauses to it: headings (<c># …</c>) and markers (<c>&lt;!-- RB-40 --&gt;</c>). Nothing in a fenced
/// block of code is either. Any text can be read.
/// </summary>
internal sealed partial class RunbookReader
{
    private const string Untitled = "(a heading without text)";

    private readonly SourceText source;
    private readonly ImmutableArray<RunbookSection>.Builder sections = ImmutableArray.CreateBuilder<RunbookSection>();
    private readonly ImmutableArray<RunbookMarker>.Builder markers = ImmutableArray.CreateBuilder<RunbookMarker>();
    private readonly List<(string Clause, Place Mark)> waiting = [];
    private readonly StringBuilder text = new();
    private (string Heading, int Level, Place Place) current;
    private string? fence;

    private RunbookReader(SourceText source)
    {
        this.source = source;
        current = (RunbookSection.Opening, 0, new Place(source.File, 1, 1, 1, 1));
    }

    public static Runbook Read(SourceText source)
    {
        var reader = new RunbookReader(source);
        var lines = source.Text.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            reader.Line(lines[at], at + 1);
        }

        // A marker after the last line marks nothing but itself.
        reader.MarkWaiting(null);
        reader.EndSection();
        return new Runbook(source.File, reader.sections.ToImmutable(), reader.markers.ToImmutable());
    }

    private void Line(string line, int number)
    {
        if (Fence().Match(line) is { Success: true } mark && (fence is null || mark.Groups[1].Value.StartsWith(fence, StringComparison.Ordinal)))
        {
            fence = fence is null ? mark.Groups[1].Value : null;
            MarkWaiting(PlaceOf(line, number));
            Text(line);
            return;
        }

        if (fence is not null)
        {
            Text(line);
            return;
        }

        var plain = Marker().Replace(line, "").TrimEnd();
        if (Heading().Match(plain) is { Success: true } heading)
        {
            EndSection();
            var title = Blanks().Replace(heading.Groups[2].Value, " ");
            current = (title.Length > 0 ? title : Untitled, heading.Groups[1].Length, PlaceOf(line, number));
        }

        foreach (Match marker in Marker().Matches(line))
        {
            foreach (Match id in ClauseId().Matches(marker.Groups[1].Value))
            {
                var column = marker.Groups[1].Index + id.Index + 1;
                waiting.Add((id.Value, new Place(source.File, number, column, number, column + id.Length)));
            }
        }

        if (!string.IsNullOrWhiteSpace(plain))
        {
            MarkWaiting(PlaceOf(line, number));
        }

        // A line of markers alone is no text: to mark is not to change.
        if (plain.Length > 0 || !Marker().IsMatch(line))
        {
            Text(plain);
        }
    }

    private void MarkWaiting(Place? stated)
    {
        markers.AddRange(waiting.Select(marker => new RunbookMarker(marker.Clause, marker.Mark, stated ?? marker.Mark, sections.Count)));
        waiting.Clear();
    }

    private void Text(string line)
    {
        // Empty lines at the end of a section are no part of its text, so that one may be put in before the next heading.
        text.Append(line.TrimEnd()).Append('\n');
    }

    private void EndSection()
    {
        var content = $"{current.Heading}\n{text.ToString().Trim('\n')}";
        sections.Add(new RunbookSection(current.Heading, current.Level, current.Place, "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))));
        text.Clear();
    }

    private Place PlaceOf(string line, int number)
    {
        var start = line.Length - line.TrimStart().Length + 1;
        return new Place(source.File, number, start, number, Math.Max(start, line.TrimEnd().Length + 1));
    }

    [GeneratedRegex(@"^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex("^ {0,3}(`{3,}|~{3,})", RegexOptions.NonBacktracking)]
    private static partial Regex Fence();

    [GeneratedRegex(@"[ \t]*<!--((?:[ \t,]*RB-[0-9]{2})+)[ \t]*-->", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();

    [GeneratedRegex("RB-[0-9]{2}", RegexOptions.NonBacktracking)]
    private static partial Regex ClauseId();

    [GeneratedRegex(@"[ \t]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
