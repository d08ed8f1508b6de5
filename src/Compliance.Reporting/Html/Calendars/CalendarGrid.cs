using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A calendar of months in rows and days in columns, newest month last, up to the day judged.</summary>
internal sealed class CalendarGrid
{
    /// <summary>Of one day, both ways.</summary>
    public const int Cell = 10;

    /// <summary>A year and the month it began in; older restore points are counted in words.</summary>
    private const int MostMonths = 13;

    /// <summary>Fewer would hide what is there beyond a short promise.</summary>
    private const int FewestMonths = 3;

    private readonly DateOnly asOf;

    public CalendarGrid(RetentionPicture picture)
    {
        asOf = picture.AsOf;
        var oldest = (picture.Promised?.Days ?? []).Concat(picture.Live is { GrowsForever: false } live ? live.Days : []).Append(asOf).Min();
        var months = Math.Clamp(((asOf.Year - oldest.Year) * 12) + asOf.Month - oldest.Month + 1, FewestMonths, MostMonths);
        First = new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(1 - months);
        Months = [.. Enumerable.Range(0, months).Select(First.AddMonths)];
    }

    /// <summary>Older days are not drawn.</summary>
    public DateOnly First { get; }

    public ImmutableArray<DateOnly> Months { get; }

    public int Height => Months.Length * Cell;

    /// <summary>Such as <c>Nov 26</c>.</summary>
    public static string Label(DateOnly month) => month.ToString("MMM yy", CultureInfo.InvariantCulture);

    /// <summary>The days of a kind as one path; empty when it has none.</summary>
    public string Path(Func<DateOnly, bool> isOfKind)
    {
        var cells = new SvgCells(Cell);
        for (var row = 0; row < Months.Length; row++)
        {
            for (var day = Months[row]; day.Month == Months[row].Month && day <= asOf; day = day.AddDays(1))
            {
                if (isOfKind(day))
                {
                    cells.Add(day.Day - 1, row, (row * Cell) + (Cell / 2));
                }
            }
        }

        return cells.Path();
    }
}
