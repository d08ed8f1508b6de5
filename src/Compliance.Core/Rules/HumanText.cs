using System.Globalization;
using Compliance.Cel;

namespace Compliance.Core.Rules;

/// <summary>A value as a person reads it in a finding.</summary>
internal static class HumanText
{
    public static string Of(CelValue value) => value.Kind switch
    {
        CelKind.Bool => value.AsBool() ? "yes" : "no",
        CelKind.Int => value.AsInt().ToString(CultureInfo.InvariantCulture),
        CelKind.Double => value.AsDouble().ToString(CultureInfo.InvariantCulture),
        CelKind.String => value.AsString(),
        CelKind.Duration => Of(value.AsDuration()),
        CelKind.Timestamp => value.AsTimestamp().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture),
        CelKind.List => value.AsList() is { Count: > 0 } items ? string.Join(", ", items.Select(Of)) : "none",
        CelKind.Null or CelKind.Absent => "none",
        CelKind.Unknown => "?",
        _ => value.ToString(),
    };

    /// <summary>Two units at most: <c>9h 21m</c>, <c>30h</c>, <c>3d</c>, <c>29d 4h</c>. Hours up to two days, because schedules speak in hours there.</summary>
    public static string Of(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
        {
            return $"-{Of(-span)}";
        }

        return span.TotalHours >= 48 ? Two(span.Days, "d", span.Hours, "h")
            : span.TotalHours >= 1 ? Two((int)span.TotalHours, "h", span.Minutes, "m")
            : span.TotalMinutes >= 1 ? Two((int)span.TotalMinutes, "m", span.Seconds, "s")
            : string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.###}s");
    }

    private static string Two(int first, string firstUnit, int second, string secondUnit)
        => string.Create(CultureInfo.InvariantCulture, $"{first}{firstUnit}{(second == 0 ? string.Empty : $" {second}{secondUnit}")}");
}
