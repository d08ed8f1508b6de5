using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Tiers × controls as a table.</summary>
internal static class MarkdownMatrix
{
    private const int Room = 6_000;
    private const int MostControls = 12;
    private const int TitleLength = 60;

    public static void Write(MarkdownPage page, Matrix matrix)
    {
        if (matrix.Rows.IsEmpty || matrix.Controls.IsEmpty)
        {
            return;
        }

        var controls = matrix.Controls.Take(MostControls).ToList();
        var opening = "\n<details><summary>Tiers × controls</summary>\n\n"
            + $"| Tier | {string.Join(" | ", controls.Select(control => MarkdownText.Prose(control, TitleLength)))} |\n"
            + $"|---|{string.Concat(Enumerable.Repeat("---|", controls.Count))}\n";
        var omitted = matrix.Controls.Length - controls.Count;
        var closing = omitted == 0 ? "\n</details>\n" : $"\n**{Words.Count(omitted, "control")} left out here**; the html report holds them all.\n\n</details>\n";
        page.AddList(Room, opening, [.. matrix.Rows.Select(row => Row(row, controls.Count))], "tiers", closing);
    }

    private static string Row(MatrixRow row, int controls)
        => $"| {MarkdownText.Prose(row.Title, TitleLength)} | {string.Join(" | ", row.Cells.Take(controls).Select(Cell))} |\n";

    private static string Cell(MatrixCell cell) => cell.Worst switch
    {
        Verdict.Fail when cell.Unknown > 0 => $"❌ {cell.Fail} fail, {cell.Unknown} unknown of {All(cell)}",
        Verdict.Fail => $"❌ {cell.Fail} fail of {All(cell)}",
        Verdict.Unknown => $"❔ {cell.Unknown} unknown of {All(cell)}",
        Verdict.Pass => $"✅ {cell.Pass}",
        _ => "–",
    };

    private static int All(MatrixCell cell) => cell.Pass + cell.Fail + cell.Unknown;
}
