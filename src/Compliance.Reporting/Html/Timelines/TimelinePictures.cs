using System.Collections.Immutable;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>
/// Pictures that are alike, drawn once: guests of one job mostly have the same days, and a page of thousands of guests stays small when
/// each only refers to its picture.
/// </summary>
internal sealed class TimelinePictures
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<(DateOnly First, string Due, ImmutableArray<SvgPath> Paths)> distinct = [];

    /// <summary>The place of the guest's picture in the list; null for one without days.</summary>
    public int? Of(GuestTimeline timeline)
    {
        if (timeline.Days.IsEmpty)
        {
            return null;
        }

        var (first, due, paths) = (timeline.Days[0].Date, TimelineStrip.Due(timeline), TimelineStrip.Of(timeline));
        var key = string.Join('|', paths.Select(path => path.Kind + path.Data).Prepend($"{first.DayNumber} {due}"));
        if (!known.TryGetValue(key, out var at))
        {
            known.Add(key, at = distinct.Count);
            distinct.Add((first, due, paths));
        }

        return at;
    }

    /// <summary>All that were asked for.</summary>
    /// <param name="axis">whose months are those of pictures that begin on the same day; others have no lines</param>
    public ScriptArray List(TimelineAxis? axis) => Script.List(distinct.Select((picture, at) => (picture, at)), one => new ScriptObject
    {
        ["id"] = one.at,
        ["has_months"] = axis?.First == one.picture.First,
        ["paths"] = SvgPath.List(SvgPath.Drawn([new SvgPath("d", one.picture.Due), .. one.picture.Paths])),
    });
}
