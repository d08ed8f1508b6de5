using System.Collections.Immutable;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>Retention promised and real as the page shows it: two calendars for each tier and set of live jobs.</summary>
internal static class HtmlCalendars
{
    /// <summary>So many pictures need no folding.</summary>
    private const int Few = 8;

    /// <summary>So many that differ are open; the others are one click away.</summary>
    private const int Open = 24;

    /// <summary>Null without guests in tiers.</summary>
    public static ScriptObject? Of(Assessment assessment)
    {
        if (assessment.Retentions.IsEmpty)
        {
            return null;
        }

        var isMuch = assessment.Retentions.Length > Few;
        var first = isMuch ? assessment.Retentions.Where(Differs).Take(Open).ToImmutableArray() : assessment.Retentions;
        var folded = assessment.Retentions.Except(first).ToImmutableArray();
        return new ScriptObject
        {
            ["headline"] = Headline(assessment.Retentions),
            ["open"] = Script.List(first, Picture),
            ["folded"] = Script.List(folded, Picture),
            ["folded_count"] = folded.Length,
        };
    }

    private static bool Differs(RetentionPicture picture)
        => picture.Promised is null || picture.Live is null || !picture.Lacking.IsEmpty || !picture.Surplus.IsEmpty || !picture.Unlisted.IsEmpty;

    private static string Headline(ImmutableArray<RetentionPicture> pictures)
    {
        var lacking = pictures.Where(picture => !picture.Lacking.IsEmpty).ToList();
        var unknown = pictures.Count(picture => picture.Live is null);
        return $"{(lacking.Count == 0 ? "No guest whose jobs could be simulated keeps less than its tier promises" : $"{Words.Count(lacking.Sum(picture => picture.Guests.Length), "guest keeps", "guests keep")} less than promised")}"
            + $"{(unknown == 0 ? "" : $"; {Words.Count(unknown, "set of live jobs", "sets of live jobs")} could not be simulated")}.";
    }

    private static ScriptObject Picture(RetentionPicture picture)
    {
        var grid = new CalendarGrid(picture);
        return new ScriptObject
        {
            ["title"] = RetentionText.Title(picture),
            ["guests"] = RetentionText.Guests(picture),
            ["difference"] = RetentionText.Difference(picture, grid.First),
            ["promised"] = Side("Promised", picture.Promised, RetentionText.Side(picture.Promised, picture.WhyNotPromised, grid.First), CalendarPaths.Promised(picture, grid), grid),
            ["live"] = Side("Real", picture.Live, RetentionText.Side(picture.Live, picture.WhyNotLive, grid.First), CalendarPaths.Live(picture, grid), grid),
        };
    }

    private static ScriptObject Side(string title, RetentionSide? side, string words, ImmutableArray<SvgPath> paths, CalendarGrid grid) => new()
    {
        ["title"] = title,
        ["words"] = words,
        ["is_drawn"] = side is not null,
        ["box_height"] = grid.Height + CalendarGrid.Cell + 2,
        ["months"] = Script.List(grid.Months.Select((month, row) => (month, row)), one => new ScriptObject
        {
            ["y"] = (one.row * CalendarGrid.Cell) + CalendarGrid.Cell - 2,
            ["text"] = CalendarGrid.Label(one.month),
        }),
        ["paths"] = SvgPath.List(paths),
    };
}
