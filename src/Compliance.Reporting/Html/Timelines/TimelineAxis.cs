using System.Collections.Immutable;
using System.Globalization;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>The months above the strips, which all begin on the same day but where nodes are in zones of different days.</summary>
internal sealed class TimelineAxis(DateOnly first, int days)
{
    /// <summary>A label nearer to an end than this would stand on another one.</summary>
    private const int Room = 12;

    public DateOnly First => first;

    private ImmutableArray<int> Months => [.. Enumerable.Range(1, days - 1).Where(day => first.AddDays(day).Day == 1)];

    /// <summary>A line at the beginning of each month.</summary>
    public string Lines() => string.Concat(Months.Select(day => string.Create(CultureInfo.InvariantCulture, $"M{day} 0v{TimelineStrip.Height}")));

    public ScriptArray Labels() => Script.List<(string At, string Anchor, string Text)>(
        [
            ("0", "start", Day(first)),
            .. Months.Where(day => day > Room && day < days - Room)
                .Select(day => (Percent(day), "start", first.AddDays(day).ToString("MMM", CultureInfo.InvariantCulture))),
            ("100%", "end", Day(first.AddDays(days - 1))),
        ],
        label => new ScriptObject { ["at"] = label.At, ["anchor"] = label.Anchor, ["text"] = label.Text });

    private string Percent(int day) => string.Create(CultureInfo.InvariantCulture, $"{day * 100.0 / days:0.#}%");

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);
}
