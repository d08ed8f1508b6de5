using System.Globalization;
using System.Text;

namespace Compliance.Reporting;

/// <summary>A Markdown text that never grows beyond what GitHub takes for a comment. What does not fit is counted and said, never dropped in silence.</summary>
internal sealed class MarkdownPage
{
    /// <summary>In UTF-16 units. GitHub refuses comments above 65,536.</summary>
    public const int Limit = 60_000;

    // Kept free for what says that something was left out, and for what closes what is open.
    private const int Reserve = 3_000;

    private readonly StringBuilder _page = new();

    /// <summary>Always written: headings and sentences of small size.</summary>
    public void Add(string text) => _page.Append(text);

    /// <summary>
    /// Writes a list until <paramref name="room"/> characters are used or the page is full, then says how many of
    /// <paramref name="what"/> are left out.
    /// </summary>
    /// <param name="opening">what the list begins with, such as the head of a table</param>
    /// <param name="items">each ends its own line</param>
    /// <param name="closing">what ends the list, such as a closing tag</param>
    public void AddList(int room, string opening, IReadOnlyList<string> items, string what, string closing)
    {
        var left = Math.Min(room, Limit - Reserve - _page.Length) - opening.Length;
        if (left < 0)
        {
            LeftOut(items.Count, what);
            return;
        }

        _page.Append(opening);
        var written = 0;
        while (written < items.Count && items[written].Length <= left)
        {
            left -= items[written].Length;
            _page.Append(items[written++]);
        }

        if (written < items.Count)
        {
            LeftOut(items.Count - written, what);
        }

        _page.Append(closing);
    }

    public override string ToString() => _page.ToString();

    private void LeftOut(int count, string what) => _page.Append(
        CultureInfo.InvariantCulture, $"\n**{count} {what} left out here**; the html and json reports hold them all.\n");
}
