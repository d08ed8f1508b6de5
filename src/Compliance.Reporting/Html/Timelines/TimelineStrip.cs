using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>
/// A timeline as paths, one for each kind of day: above what is promised, in the middle what is there, below the runs that failed.
/// Patterns of the page fill them with shapes, each in its own row, so that no kind is told by its colour alone. A day is one unit wide.
/// </summary>
internal static class TimelineStrip
{
    /// <summary>Of all three rows.</summary>
    public const int Height = 24;

    private static readonly ImmutableArray<DayMark> Drawn = [DayMark.Present, DayMark.Partly, DayMark.Ran, DayMark.Gone, DayMark.Missed, DayMark.NotKnown];

    /// <summary>The kinds that are there, each with its path.</summary>
    public static ImmutableArray<SvgPath> Of(GuestTimeline timeline) => SvgPath.Drawn(
    [
        .. Drawn.Select(mark => new SvgPath(NameOf(mark), Cells(timeline, day => day.Mark == mark))),
        new("f", Cells(timeline, day => day.Failed > 0)),
    ]);

    /// <summary>The days on which something is promised, as one path.</summary>
    public static string Due(GuestTimeline timeline) => Cells(timeline, day => day.IsDue);

    /// <summary>As the page names its pattern, shortly, because there are thousands of them; what has none is left blank.</summary>
    public static string NameOf(DayMark mark) => mark switch
    {
        DayMark.Present => "P",
        DayMark.Partly => "p",
        DayMark.Ran => "r",
        DayMark.Gone => "g",
        DayMark.Missed => "M",
        DayMark.NotKnown => "u",
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };

    private static string Cells(GuestTimeline timeline, Func<TimelineDay, bool> isOfKind)
    {
        var cells = new SvgCells(1);
        for (var day = 0; day < timeline.Days.Length; day++)
        {
            if (isOfKind(timeline.Days[day]))
            {
                cells.Add(day, 0, Height / 2);
            }
        }

        return cells.Path();
    }
}
