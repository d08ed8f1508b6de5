using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The two calendars of a picture in words: everything they show.</summary>
internal static class RetentionText
{
    /// <summary>So many stretches of days are written out.</summary>
    private const int Ranges = 5;

    private const int Named = 12;

    public static string Title(RetentionPicture picture)
        => $"Tier {picture.Level} ({UntrustedText.Shortened(picture.Title, Limits.Name)})";

    /// <summary>The guests, the first of them by name.</summary>
    public static string Guests(RetentionPicture picture)
    {
        var named = picture.Guests.Take(Named).Select(guest => UntrustedText.Shortened(guest, Limits.Name));
        var rest = picture.Guests.Length - Named;
        return $"{Words.Count(picture.Guests.Length, "guest")}: {string.Join(", ", rest > 0 ? named.Append($"and {rest} more") : named)}";
    }

    /// <param name="first">older days are not drawn</param>
    public static string Side(RetentionSide? side, string? whyNot, DateOnly first)
    {
        if (side is null)
        {
            return $"Not drawn: {UntrustedText.Shortened(whyNot, Limits.Value)}.";
        }

        var how = $"{UntrustedText.Shortened(side.Runs, Limits.Value)}{(side.Keep.Length > 0 ? $"; {UntrustedText.Shortened(side.Keep, Limits.Value)}" : "")}";
        var undrawn = side.Days.Count(day => day < first);
        return side.Days.IsEmpty ? $"{how}: keeps nothing."
            : side.GrowsForever ? $"{how}: nothing is ever pruned, so that it grows until the storage is full; drawn from {DateRanges.Iso(first)} on."
            : $"{how}: keeps {Words.Count(side.Points, "restore point")} of {Words.Count(side.Days.Length, "day")}, back to {DateRanges.Iso(side.Days[^1])}"
                + $"{(undrawn > 0 ? $" ({Words.Count(undrawn, "day")} older than is drawn)" : "")}.";
    }

    /// <summary>How the sides differ, and what is there now of what is promised.</summary>
    /// <param name="first">older days are not drawn</param>
    public static string Difference(RetentionPicture picture, DateOnly first)
    {
        List<string> parts = [];
        if (picture is { Promised: not null, Live: not null })
        {
            parts.Add(picture is { Lacking: [], Surplus: [] } ? "The live jobs keep the days that are promised, and no others" : "");
            parts.Add(picture.Lacking.IsEmpty ? "" : $"promised but not kept: {Words.Count(picture.Lacking.Length, "day")} ({DateRanges.Of(picture.Lacking, Ranges)})");
            parts.Add(picture.Surplus.IsEmpty ? "" : $"kept but not promised: {(picture.Live.GrowsForever ? "all others" : $"{Words.Count(picture.Surplus.Length, "day")} ({DateRanges.Of(picture.Surplus, Ranges)})")}");
        }

        parts.Add(There(picture, first));
        var sentence = string.Join("; ", parts.Where(part => part.Length > 0));
        var unlisted = picture.Unlisted.IsEmpty ? "" : $" Not all restore points of {Words.Count(picture.Unlisted.Length, "guest")} could be listed, so that more may be there.";
        return $"{char.ToUpperInvariant(sentence[0])}{sentence[1..]}.{unlisted}";
    }

    private static string There(RetentionPicture picture, DateOnly first)
    {
        var present = picture.Present.Select(day => day.Date).ToHashSet();
        var whole = picture.Present.Count(day => day.Guests == picture.Guests.Length);
        var some = picture.Present.Length - whole;
        var of = picture.Guests.Length == 1 ? "" : some == 0 ? " of all of them" : $" of all of them, and on {some} of some only";
        var promised = picture.Promised is { } side ? $"; of the {Words.Count(side.Days.Length, "day")} promised, {side.Days.Count(present.Contains)} have one" : "";
        var undrawn = present.Count(day => day < first);
        var older = undrawn > 0 ? $" ({Words.Count(undrawn, "day")} older than is drawn)" : "";
        return $"there now: restore points of {Words.Count(whole, "day")}{of}{older}{promised}";
    }
}
