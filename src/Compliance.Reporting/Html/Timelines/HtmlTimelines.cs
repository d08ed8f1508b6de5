using System.Collections.Immutable;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>The timelines as the page shows them: what is worth a look first, the rest folded where it is much.</summary>
internal static class HtmlTimelines
{
    /// <summary>So many strips need no folding.</summary>
    private const int Few = 20;

    /// <summary>So many of those that are worth a look are open; the others are one click away.</summary>
    private const int Open = 60;

    /// <summary>Null without guests.</summary>
    public static ScriptObject? Of(Assessment assessment)
    {
        if (assessment.Timelines.IsEmpty)
        {
            return null;
        }

        var timelines = assessment.Timelines;
        var axis = timelines.FirstOrDefault(one => !one.Days.IsEmpty) is { } drawn ? new TimelineAxis(drawn.Days[0].Date, drawn.Days.Length) : null;
        var worth = timelines.Where(one => one.NeedsLook).OrderBy(TierOf).ToImmutableArray();
        var others = timelines.Where(one => !one.NeedsLook).OrderBy(TierOf).ToImmutableArray();
        var pictures = new TimelinePictures();
        var isFolded = timelines.Length > Few;
        var open = isFolded ? Open : worth.Length;
        ScriptArray groups =
        [
            Group("Worth a look", [.. worth.Take(open)], isFolded: false, pictures),
            Group("Worth a look as well", [.. worth.Skip(open)], isFolded: true, pictures),
            Group("Nothing missed, nothing failed, as far as is known", others, isFolded, pictures),
        ];
        return new ScriptObject
        {
            ["headline"] = Headline(timelines),
            ["has_axis"] = axis is not null,
            ["lines"] = axis?.Lines(),
            ["labels"] = axis?.Labels(),
            ["zones"] = Zones(timelines),
            ["has_notes"] = timelines.Any(one => one.Unrecorded is not null),
            ["notes"] = Script.List(Notes(timelines), note => note),
            ["groups"] = groups,

            // Last: the groups ask for the pictures.
            ["pictures"] = pictures.List(axis),
        };
    }

    private static int TierOf(GuestTimeline timeline) => timeline.Promise?.Level ?? int.MaxValue;

    private static string Headline(ImmutableArray<GuestTimeline> timelines)
        => $"{Words.Count(timelines.Length, "guest")}, {GuestTimeline.Shown} days each: {Words.Count(timelines.Sum(one => one.MissedWindows), "missed window")}, "
            + $"{Words.Count(timelines.Sum(one => one.FailedRuns), "failed run")}. {Words.Count(timelines.Count(one => one.NeedsLook), "guest is", "guests are")} worth a look.";

    private static string? Zones(ImmutableArray<GuestTimeline> timelines)
    {
        var zones = timelines.Select(one => one.Zone).Where(zone => zone.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return zones.Count == 0 ? null : string.Join(", ", zones.Select(zone => UntrustedText.Shortened(zone, Limits.Name)));
    }

    private static IEnumerable<string> Notes(ImmutableArray<GuestTimeline> timelines) => timelines
        .Where(one => one.Unrecorded is not null)
        .CountBy(one => one.Unrecorded!)
        .Select(gap => $"Runs for {Words.Count(gap.Value, "guest")} are on record in part, or not at all: {UntrustedText.Shortened(gap.Key.Reason, Limits.Value)} "
            + $"({UntrustedText.Shortened(gap.Key.Endpoint, Limits.Name)}{(gap.Key.Needs is { } needs ? $", needs {UntrustedText.Shortened(needs, Limits.Name)}" : "")}).");

    private static ScriptObject Group(string title, ImmutableArray<GuestTimeline> timelines, bool isFolded, TimelinePictures pictures) => new()
    {
        ["title"] = title,
        ["count"] = timelines.Length,
        ["is_folded"] = isFolded,
        ["promises"] = Script.List(
            timelines.GroupBy(TimelineText.Promise, StringComparer.Ordinal),
            promise => new ScriptObject
            {
                ["words"] = promise.Key,
                ["count"] = Words.Count(promise.Count(), "guest"),
                ["strips"] = Script.List(promise, timeline => Strip(timeline, pictures)),
            }),
    };

    private static ScriptObject Strip(GuestTimeline timeline, TimelinePictures pictures) => new()
    {
        ["id"] = Anchor.OfTimeline(timeline.Guest),
        ["guest"] = UntrustedText.Shortened(timeline.Guest, Limits.Name),
        ["name"] = timeline.Name is null ? null : UntrustedText.Shortened(timeline.Name, Limits.Name),
        ["words"] = TimelineText.Summary(timeline),
        ["width"] = timeline.Days.Length,
        ["picture"] = pictures.Of(timeline),
    };
}
