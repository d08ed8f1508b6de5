using System.Globalization;
using System.Text;

namespace Compliance.Policies;

/// <summary>
/// A unified diff of two files that have the same number of lines, as POSIX <c>diff -u</c> writes it. It is made to be read: lines end
/// in <c>\n</c> whatever the file's do, and characters that act on a terminal are written as <c>\u202E</c>.
/// </summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    public static string Of(string name, FileLines before, FileLines after)
    {
        var changed = Enumerable.Range(0, before.Count).Where(line => before[line] != after[line]).ToList();
        var text = new StringBuilder();
        Header(text, "--- a/", name);
        Header(text, "+++ b/", name);
        for (var index = 0; index < changed.Count;)
        {
            var end = index + 1;
            while (end < changed.Count && changed[end] - changed[end - 1] <= (2 * Context) + 1)
            {
                end++;
            }

            Hunk(text, before, after, changed[index], changed[end - 1]);
            index = end;
        }

        return text.ToString();
    }

    private static void Header(StringBuilder text, string sign, string name)
    {
        // A tab ends a name that has blanks, as in diff and git.
        text.Append(sign).Append(VisibleText.Escape(name)).Append(name.Contains(' ', StringComparison.Ordinal) ? "\t\n" : "\n");
    }

    private static void Hunk(StringBuilder text, FileLines before, FileLines after, int first, int last)
    {
        var from = Math.Max(first - Context, 0);
        var to = Math.Min(last + Context + 1, before.Count);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{from + 1},{to - from} +{from + 1},{to - from} @@\n");
        for (var line = from; line < to;)
        {
            if (before[line] == after[line])
            {
                Line(text, ' ', before, line++);
                continue;
            }

            var end = line;
            while (end < to && before[end] != after[end])
            {
                Line(text, '-', before, end++);
            }

            for (; line < end; line++)
            {
                Line(text, '+', after, line);
            }
        }
    }

    private static void Line(StringBuilder text, char sign, FileLines lines, int line)
    {
        text.Append(sign);
        foreach (var part in lines[line].Split('\t').Index())
        {
            text.Append(part.Index > 0 ? "\t" : "").Append(VisibleText.Escape(part.Item));
        }

        text.Append('\n');
        if (lines.EndsInLine && line == lines.Count - 1)
        {
            text.Append("\\ No newline at end of file\n");
        }
    }
}
