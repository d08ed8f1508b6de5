using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>Whether records explain a change: one that leads from what was to what is, or several one after the other.</summary>
/// <param name="records">all of them, whenever they were made</param>
/// <param name="from">when what was before was seen</param>
/// <param name="to">when what is now was seen</param>
internal sealed class ChangeRecords(ImmutableArray<ChangeRecord> records, DateTimeOffset from, DateTimeOffset to)
{
    /// <summary>Null when it did not change, or records explain it; otherwise why none does.</summary>
    /// <param name="subjects">any of which a record may speak of</param>
    public string? FaultOf(ChangeTopic topic, IReadOnlyCollection<string> subjects, string before, string now)
    {
        var (first, last) = (SettingValue.Of(topic, before), SettingValue.Of(topic, now));
        if (first == last)
        {
            return null;
        }

        var speaking = records
            .Where(record => record.What.Value == topic && subjects.Contains(record.Subject.Value, StringComparer.Ordinal))
            .Where(record => record.Touches(from - ChangeFacts.Tolerance, to + ChangeFacts.Tolerance))
            .OrderBy(record => record.Made.Value)
            .ToList();
        return speaking.Count == 0 ? "no record in changes/ speaks of it"
            : Lead(speaking, topic, first, last) ? null
            : $"what is recorded is another change: {string.Join("; ", speaking.Select(InWords))}";
    }

    // Between two inventories a setting may have changed twice. Every value that the records make possible is followed.
    private static bool Lead(List<ChangeRecord> records, ChangeTopic topic, SettingValue first, SettingValue last)
    {
        HashSet<SettingValue> reached = [first];
        var isReached = false;
        foreach (var record in records)
        {
            foreach (var value in reached.Where(value => record.From is not { } stated || SettingValue.Of(topic, stated.Value).Agrees(value)).ToList())
            {
                // A record that does not say what it is since may have led anywhere.
                var next = record.To is { } stated ? value.With(SettingValue.Of(topic, stated.Value)) : last;
                isReached |= next.Agrees(last);
                reached.Add(next);
            }
        }

        return isReached;
    }

    private static string InWords(ChangeRecord record) => $"{record.Id.Value} says{(record.From is { } from ? $" from {from.Value}" : "")}{(record.To is { } to ? $" to {to.Value}" : "")}";
}
