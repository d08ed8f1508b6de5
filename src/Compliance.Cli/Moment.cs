using System.CommandLine;
using System.Globalization;

namespace Compliance.Cli;

/// <summary>Reads <c>--as-of</c>.</summary>
internal static class Moment
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static Option<string?> Option() => new("--as-of")
    {
        Description = "judge as of this moment, such as 2026-11-23T06:00:00Z, or now (default: when the inventory was collected)",
    };

    /// <exception cref="UsageException">neither <c>now</c> nor a moment with its zone</exception>
    public static DateTimeOffset Parse(string text, TimeProvider clock)
    {
        if (text == "now")
        {
            return Whole(clock.GetUtcNow());
        }

        var hasZone = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        return hasZone && DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? Whole(moment.ToUniversalTime())
            : throw new UsageException($"--as-of \"{text}\" is no moment: write it with its zone, such as 2026-11-23T06:00:00Z, or \"now\".");
    }

    private static DateTimeOffset Whole(DateTimeOffset moment)
        => DateTimeOffset.FromUnixTimeSeconds(moment.ToUnixTimeSeconds());
}
