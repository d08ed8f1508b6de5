using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Configurations;

/// <summary>
/// Reads the jobs of the legacy <c>/etc/pve/vzdump.cron</c>, which cron still runs (pve-guest-common, PVE/VZDump/Common.pm,
/// parse_vzdump_cron_config). The API makes <c>schedule</c> of their <c>starttime</c> and <c>dow</c>.
/// </summary>
public static partial class CronConfiguration
{
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// <summary>Any text; never throws. A line that is no job is a warning.</summary>
    public static ConfigurationReading Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digest = Digest(text);
        var number = 0;
        List<ConfigurationEntry> entries = [];
        List<string> warnings = [];
        foreach (var line in text.Split('\n').Where(line => !Passed().IsMatch(line)))
        {
            if (Jobs().Match(line) is not { Success: true } match)
            {
                warnings.Add($"malformed line: {line.Trim()}");
                continue;
            }

            var dow = WeekdaysOf(match.Groups["dow"].Value);
            string? problem = null;
            if (dow is null || CommandOptions.Read(match.Groups["options"].Value, out problem) is not { } values)
            {
                warnings.Add($"parse error: {problem ?? $"unable to parse day of week '{match.Groups["dow"].Value}'"}");
                continue;
            }

            var id = string.Create(CultureInfo.InvariantCulture, $"{digest}:{++number}");
            JobObjects.Expand(values);
            values["dow"] = new ConfigurationValue.Text(dow);
            values["enabled"] = new ConfigurationValue.Text(match.Groups["off"].Success ? "" : "1");
            values["id"] = new ConfigurationValue.Text(id);
            values["starttime"] = new ConfigurationValue.Text($"{TwoDigits(match.Groups["hour"])}:{TwoDigits(match.Groups["minute"])}");
            entries.Add(new ConfigurationEntry(id, values.ToImmutableSortedDictionary(StringComparer.Ordinal)));
        }

        return new ConfigurationReading { Entries = [.. entries], Warnings = [.. warnings] };
    }

    /// <summary>Names, ranges of names, and digits where both 0 and 7 are Sunday; null for anything else. A range backwards is empty.</summary>
    private static string? WeekdaysOf(string text)
    {
        var set = new bool[Days.Length];
        foreach (var item in text == "*" ? Days : ListText.Split(text))
        {
            var ends = item.ToLowerInvariant().Split('-');
            var (first, last) = (DayOf(ends[0], ends.Length == 1), DayOf(ends[^1], ends.Length == 1));
            if (first < 0 || last < 0 || ends.Length > 2)
            {
                return null;
            }

            for (var day = first; day <= last; day++)
            {
                set[day] = true;
            }
        }

        return string.Join(',', Days.Where((_, day) => set[day]));
    }

    private static int DayOf(string text, bool digits)
        => digits && text is [>= '0' and <= '7'] ? (text[0] - '0' + 6) % 7 : Array.IndexOf(Days, text);

    private static string TwoDigits(Group digits) => digits.Value.TrimStart('0').PadLeft(2, '0');

    // CA5350: the digest names a file as Proxmox names it; nothing is protected by it.
#pragma warning disable CA5350
    private static string Digest(string text) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5350

    [GeneratedRegex(@"^#|^\s*\z|^PATH\s*=", RegexOptions.NonBacktracking)]
    private static partial Regex Passed();

    [GeneratedRegex(
        @"^(?<minute>[0-9]+)\s+(?<hour>[0-9]+)\s+\*\s+\*\s+(?<dow>\S+)\s+root\s+(?:/\S+/)?(?<off>#)?vzdump(?:\s+(?<options>.*))?\z",
        RegexOptions.NonBacktracking)]
    private static partial Regex Jobs();
}
