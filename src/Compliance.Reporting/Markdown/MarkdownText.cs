using System.Text;

namespace Compliance.Reporting;

/// <summary>
/// Makes text from outside inert in Markdown. GitHub finds mentions, issues and addresses in the finished text, after all
/// escapes are undone; there only a character between helps, so a zero-width space (as an entity, which people can see in
/// the source) stands after <c>@</c>, <c>#</c>, <c>:</c> before <c>//</c>, and <c>www</c>.
/// </summary>
internal static class MarkdownText
{
    private const string Break = "&#8203;";

    /// <summary>Prose inside a line: every character that means something to Markdown or HTML there is escaped. Fits into a table cell.</summary>
    public static string Prose(string? text, int limit)
    {
        var visible = UntrustedText.Shortened(text, limit);
        var escaped = new StringBuilder(visible.Length + 32);
        for (var at = 0; at < visible.Length; at++)
        {
            Append(escaped, visible, at);
        }

        return escaped.ToString();
    }

    /// <summary>A value in a code span, in which nothing means anything. Not for table cells: see <see cref="CodeCell"/>.</summary>
    public static string Code(string? text, int limit)
    {
        var visible = UntrustedText.Shortened(text, limit);
        if (visible.Length == 0)
        {
            return "–";
        }

        var fence = Fence(visible, 1);
        var pad = visible[0] is '`' or ' ' || visible[^1] is '`' or ' ' ? " " : "";
        return $"{fence}{pad}{visible}{pad}{fence}";
    }

    /// <summary>
    /// A value in a table cell. Rows are split at <c>|</c> before code spans are found, and in <c>\\|</c> the first backslash takes
    /// the second for itself, so a value with a bar cannot stand in a code span; it is escaped within code tags.
    /// </summary>
    public static string CodeCell(string? text, int limit)
        => text is not null && text.Contains('|', StringComparison.Ordinal) ? $"<code>{Prose(text, limit)}</code>" : Code(text, limit);

    /// <summary>A command in a block of its own; it is never cut.</summary>
    public static string Block(string text) => Block("sh", [text]);

    /// <summary>Lines in a block of their own, each made visible for itself; nothing is cut.</summary>
    /// <param name="language">what GitHub colours it as</param>
    public static string Block(string language, IEnumerable<string> lines)
    {
        var visible = string.Join('\n', lines.Select(UntrustedText.Visible));
        var fence = Fence(visible, 3);
        return $"{fence}{language}\n{visible}\n{fence}\n";
    }

    // A fence is longer than any run of backticks inside.
    private static string Fence(string text, int least)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text)
        {
            run = character == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return new string('`', Math.Max(least, longest + 1));
    }

    private static void Append(StringBuilder escaped, string text, int at)
    {
        var character = text[at];
        _ = character switch
        {
            '<' => escaped.Append("&lt;"),
            '>' => escaped.Append("&gt;"),
            '&' => escaped.Append("&amp;"),
            '@' => escaped.Append('@').Append(Break),
            '#' => escaped.Append("\\#").Append(Break),
            ':' when at + 1 < text.Length && text[at + 1] == '/' => escaped.Append(':').Append(Break),
            '.' when at >= 3 && text.AsSpan(at - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase) => escaped.Append(Break).Append('.'),
            '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' => escaped.Append('\\').Append(character),
            _ => escaped.Append(character),
        };
    }
}
