using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The timelines of guests, a letter for each day, and retention promised and real.</summary>
internal static class JsonPictures
{
    public static void Timelines(Utf8JsonWriter json, IEnumerable<GuestTimeline> timelines)
    {
        json.WriteStartArray("timelines");
        foreach (var timeline in timelines)
        {
            Timeline(json, timeline);
        }

        json.WriteEndArray();
    }

    public static void Retentions(Utf8JsonWriter json, IEnumerable<RetentionPicture> pictures)
    {
        json.WriteStartArray("retentions");
        foreach (var picture in pictures)
        {
            json.WriteStartObject();
            json.WriteNumber("tier", picture.Level);
            json.WriteString("title", picture.Title);
            JsonSummaries.Strings(json, "guests", picture.Guests);
            json.WriteString("day", DateRanges.Iso(picture.AsOf));
            Side(json, "promised", picture.Promised, picture.WhyNotPromised);
            Side(json, "live", picture.Live, picture.WhyNotLive);
            Days(json, "lacking", picture.Lacking);
            json.WriteNumber("surplus", picture.Surplus.Length);
            JsonSummaries.Strings(json, "unlisted", picture.Unlisted);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>One letter of <c>days</c>.</summary>
    public static char Letter(DayMark mark) => mark switch
    {
        DayMark.Present => 'P',
        DayMark.Partly => 'p',
        DayMark.Ran => 'r',
        DayMark.Gone => 'g',
        DayMark.Missed => 'M',
        DayMark.Nothing => '.',
        DayMark.NotMade => '-',
        DayMark.NotKnown => '?',
        _ => throw new ArgumentOutOfRangeException(nameof(mark)),
    };

    private static void Timeline(Utf8JsonWriter json, GuestTimeline timeline)
    {
        json.WriteStartObject();
        json.WriteString("guest", timeline.Guest);
        json.WriteString("name", timeline.Name);
        Number(json, "tier", timeline.Promise?.Level);
        json.WriteString("schedule", timeline.Promise?.Schedule);
        json.WriteString("keep", timeline.Promise?.Keep);
        json.WriteString("noPromise", timeline.NoPromise);
        json.WriteString("from", timeline.Days.IsEmpty ? null : DateRanges.Iso(timeline.Days[0].Date));
        json.WriteString("days", string.Concat(timeline.Days.Select(day => Letter(day.Mark))));
        json.WriteNumber("points", timeline.Points);
        json.WriteNumber("missedWindows", timeline.MissedWindows);
        json.WriteNumber("failedRuns", timeline.FailedRuns);
        Days(json, "failedOn", timeline.Days.Where(day => day.Failed > 0).Select(day => day.Date));
        JsonSummaries.Strings(
            json, "unreadable", [.. new[] { timeline.Undrawn, timeline.Unlisted, timeline.Unrecorded }.OfType<Gap>().Select(gap => gap.ToString()).Distinct()]);
        json.WriteEndObject();
    }

    private static void Side(Utf8JsonWriter json, string name, RetentionSide? side, string? whyNot)
    {
        json.WriteStartObject(name);
        json.WriteString("unknown", side is null ? whyNot : null);
        json.WriteString("runs", side?.Runs);
        json.WriteString("keep", side?.Keep);
        Number(json, "points", side?.Points);
        json.WriteString("oldest", side is null or { Days.IsEmpty: true } ? null : DateRanges.Iso(side.Days[^1]));
        json.WriteBoolean("growsForever", side is { GrowsForever: true });
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void Days(Utf8JsonWriter json, string name, IEnumerable<DateOnly> days)
        => JsonSummaries.Strings(json, name, [.. days.Select(DateRanges.Iso)]);
}
