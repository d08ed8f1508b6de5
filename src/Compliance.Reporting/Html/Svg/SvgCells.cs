using System.Globalization;
using System.Text;

namespace Compliance.Reporting;

/// <summary>
/// Draws runs of equal cells in a grid as one path of lines through the middle of their rows: a pattern strokes it, so that its length
/// depends on how often the kind changes and not on how many cells there are, and a page of 300 guests stays small.
/// </summary>
/// <param name="width">of a cell</param>
internal sealed class SvgCells(int width)
{
    private readonly StringBuilder path = new();
    private (int Row, int From, int To, int Y)? open;
    private (int Row, int Column)? pen;

    /// <summary>The next cell; in order of rows, and in them of columns.</summary>
    /// <param name="y">the middle of its row</param>
    public void Add(int column, int row, int y)
    {
        if (open is { } run && run.Row == row && run.To == column)
        {
            open = run with { To = column + 1 };
            return;
        }

        Close();
        open = (row, column, column + 1, y);
    }

    /// <summary>The path's data; empty when there was no cell.</summary>
    public string Path()
    {
        Close();
        return path.ToString();
    }

    private void Close()
    {
        if (open is not { } run)
        {
            return;
        }

        if (pen is { } at && at.Row == run.Row)
        {
            path.Append(CultureInfo.InvariantCulture, $"m{(run.From - at.Column) * width} 0");
        }
        else
        {
            path.Append(CultureInfo.InvariantCulture, $"M{run.From * width} {run.Y}");
        }

        path.Append(CultureInfo.InvariantCulture, $"h{(run.To - run.From) * width}");
        (pen, open) = ((run.Row, run.To), null);
    }
}
