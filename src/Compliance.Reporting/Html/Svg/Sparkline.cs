using System.Collections.Immutable;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>A bar for each day. A day without a run is a dot below: nobody looked, which is not zero; zero is a line on the ground.</summary>
internal static class Sparkline
{
    public const int Height = 24;

    private const int Pitch = 6;
    private const int Bar = 4;
    private const int Ground = Height - 4;

    public static ScriptObject Of(ImmutableArray<int?> days)
    {
        var most = days.Max() ?? 0;
        return new ScriptObject
        {
            ["width"] = days.Length * Pitch,
            ["height"] = Height,
            ["bars"] = Script.List(days.Select((count, day) => (count, day)).Where(one => one.count is not null), one => Rectangle(one.day, Tall(one.count!.Value, most))),
            ["dots"] = Script.List(days.Select((count, day) => (count, day)).Where(one => one.count is null), one => (one.day * Pitch) + (Pitch / 2)),
        };
    }

    private static ScriptObject Rectangle(int day, int tall) => new()
    {
        ["x"] = day * Pitch,
        ["y"] = Ground - tall,
        ["width"] = Bar,
        ["height"] = tall,
    };

    // Only zero is on the ground: one of many still stands out from it.
    private static int Tall(int count, int most) => count == 0 ? 1 : Math.Max(4, (int)((long)count * Ground / most));
}
