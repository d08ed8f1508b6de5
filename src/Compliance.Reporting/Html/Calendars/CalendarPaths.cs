using System.Collections.Frozen;
using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The kinds of days of the two calendars of a picture, as paths that patterns of the page fill.</summary>
internal static class CalendarPaths
{
    public static ImmutableArray<SvgPath> Promised(RetentionPicture picture, CalendarGrid grid)
    {
        var promised = (picture.Promised?.Days ?? []).ToFrozenSet();
        return SvgPath.Drawn([new("kept", grid.Path(promised.Contains)), new("day", grid.Path(day => !promised.Contains(day)))]);
    }

    /// <summary>What is promised and not kept, and what is kept and not promised, is told only where both sides are known.</summary>
    public static ImmutableArray<SvgPath> Live(RetentionPicture picture, CalendarGrid grid)
    {
        var live = (picture.Live?.Days ?? []).ToFrozenSet();
        var (lacking, surplus) = (picture.Lacking.ToFrozenSet(), picture.Surplus.ToFrozenSet());
        var present = picture.Present.ToFrozenDictionary(day => day.Date, day => day.Guests);
        return SvgPath.Drawn(
        [
            new("kept", grid.Path(day => live.Contains(day) && !surplus.Contains(day))),
            new("lacking", grid.Path(lacking.Contains)),
            new("surplus", grid.Path(surplus.Contains)),
            new("day", grid.Path(day => !live.Contains(day) && !lacking.Contains(day) && !present.ContainsKey(day))),
            new("there", grid.Path(day => present.GetValueOrDefault(day) == picture.Guests.Length)),
            new("some", grid.Path(day => present.GetValueOrDefault(day) is var guests && guests > 0 && guests < picture.Guests.Length)),
        ]);
    }
}
