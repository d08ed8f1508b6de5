using System.Globalization;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A problem as a person reads it: place, code, message, fix, then the line of the file with a caret below.</summary>
public static class ProblemText
{
    /// <param name="sources">the text of the files by name; a problem in a file that is not there has no source line</param>
    /// <returns>one or three lines, each ended by <c>\n</c></returns>
    public static string Render(Problem problem, IReadOnlyDictionary<string, string> sources) => Render([problem], sources);

    /// <summary>All problems, in the order given.</summary>
    public static string Render(IEnumerable<Problem> problems, IReadOnlyDictionary<string, string> sources)
    {
        var text = new StringBuilder();
        var lines = new Dictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var problem in problems)
        {
            AppendMessage(text, problem);
            if (SourceLine(problem.Place, sources, lines) is { Length: > 0 } line)
            {
                AppendSnippet(text, line, problem.Place);
            }
        }

        return text.ToString();
    }

    /// <summary>A problem that a program did not mend, and why, in a line.</summary>
    public static string Unfixed(UnfixedProblem left)
        => $"{VisibleText.Escape(left.Problem.Place.ToString())} {left.Problem.Code} not changed: {VisibleText.Escape(left.Why)}\n";

    private static void AppendMessage(StringBuilder text, Problem problem)
    {
        text.Append(CultureInfo.InvariantCulture, $"{VisibleText.Escape(problem.Place.ToString())} {Word(problem.Severity)} {problem.Code}: ");
        text.Append(VisibleText.Escape(problem.Message)).Append('.');
        if (problem.Fix is { } fix)
        {
            text.Append(' ').Append(VisibleText.Escape(fix));
        }

        text.Append('\n');
    }

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    private static string? SourceLine(Place place, IReadOnlyDictionary<string, string> sources, Dictionary<string, string[]> lines)
    {
        if (!lines.TryGetValue(place.File, out var found))
        {
            found = sources.TryGetValue(place.File, out var source) ? source.Split('\n') : [];
            lines.Add(place.File, found);
        }

        return found.ElementAtOrDefault(place.Line - 1);
    }

    private static void AppendSnippet(StringBuilder text, string line, Place place)
    {
        var start = Math.Clamp(place.Column - 1, 0, line.Length);
        var last = place.EndLine > place.Line ? line.TrimEnd().Length : place.EndColumn - 1;
        var snippet = SourceSnippet.Of(line, start, Math.Clamp(last, start, line.Length));
        var number = place.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        text.Append(number).Append(" | ").Append(snippet.Line).Append('\n');
        text.Append(' ', number.Length).Append(" | ").Append(' ', snippet.Indent).Append('^').Append('~', snippet.Width - 1).Append('\n');
    }
}
