using System.Collections.Immutable;

namespace Compliance.Core.Facts.Disks;

/// <summary>Reads what <c>findmnt --ascii</c> prints: a tree of targets in columns TARGET SOURCE FSTYPE OPTIONS.</summary>
internal static class FindmntText
{
    public static ImmutableArray<MountEntry> Parse(IReadOnlyList<string> lines)
    {
        var header = lines.FirstOrDefault(l => l.TrimStart().StartsWith("TARGET", StringComparison.Ordinal));
        var sourceColumn = header?.IndexOf("SOURCE", StringComparison.Ordinal) ?? -1;
        return [.. lines.Where(l => !ReferenceEquals(l, header)).Select(l => Entry(l, sourceColumn)).OfType<MountEntry>()];
    }

    private static MountEntry? Entry(string line, int sourceColumn)
    {
        // Everything before the first slash is drawing. Options and file system hold no spaces; target and source may.
        var start = line.IndexOf('/', StringComparison.Ordinal);
        if (start < 0 || start > 0 && line[..start].Any(char.IsAsciiLetterOrDigit))
        {
            return null;
        }

        var rest = DropLast(line.TrimEnd(), out _);
        rest = DropLast(rest, out var fileSystem);
        var (target, source) = Halves(rest, start, sourceColumn);
        return target.Length == 0 || source.Length == 0 ? null : new MountEntry(target, WithoutSubfolder(source), fileSystem);
    }

    private static (string Target, string Source) Halves(string text, int start, int column)
    {
        // The header's column holds unless a wide character moved it.
        if (column <= start || column >= text.Length || text[column - 1] != ' ' || text[column] == ' ')
        {
            column = text.IndexOf(' ', Math.Min(start, text.Length));
        }

        return column < start ? (string.Empty, string.Empty) : (text[start..column].TrimEnd(), text[column..].Trim());
    }

    private static string DropLast(string text, out string last)
    {
        var space = text.LastIndexOf(' ');
        last = text[(space + 1)..];
        return space < 0 ? string.Empty : text[..space].TrimEnd();
    }

    /// <summary>A bind mount or a btrfs subvolume reads <c>/dev/sda2[/sub]</c>.</summary>
    private static string WithoutSubfolder(string source)
    {
        var bracket = source.IndexOf("[/", StringComparison.Ordinal);
        return bracket > 0 && source.EndsWith(']') ? source[..bracket] : source;
    }
}
