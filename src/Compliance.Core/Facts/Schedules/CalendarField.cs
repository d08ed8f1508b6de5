using System.Collections.Immutable;

namespace Compliance.Core.Facts.Schedules;

/// <summary>The values of one unit (seconds, minutes, ... years) in a calendar event. No values means every value: <c>*</c>.</summary>
internal sealed class CalendarField
{
    private const int TableSize = 64;

    // Everything but a year is below 64: matching and stepping are then one look into a table.
    private readonly ulong matching;
    private readonly byte[] following = new byte[TableSize];

    public CalendarField(ImmutableArray<CalendarValue> values)
    {
        Values = values;
        for (var value = 0; value < TableSize; value++)
        {
            matching |= IsMatch(value) ? 1UL << value : 0;
            following[value] = (byte)Math.Min(byte.MaxValue, Search(value) + 1);
        }
    }

    public static CalendarField Any { get; } = new([]);

    public static CalendarField Zero { get; } = Of(0);

    public ImmutableArray<CalendarValue> Values { get; }

    public bool IsAny => Values.IsEmpty;

    public static CalendarField Of(params ReadOnlySpan<int> values)
    {
        var singles = ImmutableArray.CreateBuilder<CalendarValue>(values.Length);
        foreach (var value in values)
        {
            singles.Add(new CalendarValue(value, null, null));
        }

        return new CalendarField(singles.ToImmutable());
    }

    public bool Matches(int value)
        => value < TableSize ? (matching >> value & 1) != 0 : IsMatch(value);

    /// <summary>The next value of any element, or -1. It may lie beyond the unit; see <see cref="CalendarValue.Following"/>.</summary>
    public int Following(int value)
        => value < TableSize && following[value] != byte.MaxValue ? following[value] - 1 : Search(value);

    public string Print(string format) => IsAny ? "*" : string.Join(",", Values.Select(v => v.Print(format)));

    private bool IsMatch(int value)
    {
        foreach (var element in Values)
        {
            if (element.Matches(value))
            {
                return true;
            }
        }

        return false;
    }

    private int Search(int value)
    {
        var nearest = -1;
        foreach (var element in Values)
        {
            var next = element.Following(value);
            if (next >= 0 && (nearest < 0 || next < nearest))
            {
                nearest = next;
            }
        }

        return nearest;
    }
}
