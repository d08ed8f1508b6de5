using System.Globalization;
using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Retentions;

/// <summary>
/// How many backups of a guest pruning keeps (<c>prune-backups</c>). An option that is 0 and one that is absent are the same
/// thing to Proxmox, so both are 0 here. Nothing positive means that everything is kept, see <see cref="IsKeepAll"/>.
/// </summary>
public sealed record KeepOptions
{
    private const string AllKey = "keep-all";
    private static readonly string[] CountKeys =
        ["keep-last", "keep-hourly", "keep-daily", "keep-weekly", "keep-monthly", "keep-yearly"];

    public static KeepOptions All { get; } = new();

    /// <summary>The newest backups, however close together.</summary>
    public int Last { get; init; }

    /// <summary>One backup for each of so many hours that have one.</summary>
    public int Hourly { get; init; }

    /// <summary>One backup for each of so many days that have one, and are not covered by the options before.</summary>
    public int Daily { get; init; }

    /// <summary>One backup for each of so many ISO weeks.</summary>
    public int Weekly { get; init; }

    public int Monthly { get; init; }

    public int Yearly { get; init; }

    /// <summary>
    /// Nothing is ever pruned: said with <c>keep-all=1</c>, or by no positive option (PVE/Storage/Plugin.pm,
    /// validate_prune_backups).
    /// </summary>
    public bool IsKeepAll => Total == 0;

    /// <summary>The sum of all options. With <c>remove=0</c> it is the number of backups at which the next one fails.</summary>
    public long Total => (long)Last + Hourly + Daily + Weekly + Monthly + Yearly;

    /// <summary>Reads the property string, as <c>storage.cfg</c>, <c>vzdump.conf</c> and their API answers hold it.</summary>
    public static KeepOptionsResult Parse(string text)
    {
        var property = PropertyString.Parse(text, null, key => key == AllKey || CountKeys.Contains(key) ? key : null);
        return property.Error is { } error ? KeepOptionsResult.Invalid(error) : From(property.Values);
    }

    /// <summary>Reads an object of options, as a job of <c>/cluster/backup</c> holds it: <c>{"keep-daily":"7"}</c>.</summary>
    public static KeepOptionsResult From(IReadOnlyDictionary<string, string> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        foreach (var key in options.Keys.Order(StringComparer.Ordinal))
        {
            if (key != AllKey && !CountKeys.Contains(key))
            {
                return KeepOptionsResult.Invalid($"unknown key '{key}'");
            }
        }

        var counts = new int[CountKeys.Length];
        for (var i = 0; i < CountKeys.Length; i++)
        {
            var text = options.GetValueOrDefault(CountKeys[i], "0");
            if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out counts[i]) || counts[i] < 0)
            {
                return KeepOptionsResult.Invalid($"'{text}' is not a number of backups to keep ({CountKeys[i]})");
            }
        }

        var all = options.GetValueOrDefault(AllKey, "0");
        if (PropertyBoolean.Parse(all) is not { } isAll)
        {
            return KeepOptionsResult.Invalid($"'{all}' is neither 0 nor 1 ({AllKey})");
        }

        return isAll && counts.Any(c => c > 0)
            ? KeepOptionsResult.Invalid("keep-all cannot be set together with other options")
            : KeepOptionsResult.Valid(Of(counts));
    }

    /// <summary>The property string: positive options only, or <c>keep-all=1</c>.</summary>
    public override string ToString()
    {
        if (IsKeepAll)
        {
            return AllKey + "=1";
        }

        int[] counts = [Last, Hourly, Daily, Weekly, Monthly, Yearly];
        return string.Join(",", CountKeys.Zip(counts)
            .Where(pair => pair.Second > 0)
            .Select(pair => pair.First + "=" + pair.Second.ToString(CultureInfo.InvariantCulture)));
    }

    private static KeepOptions Of(int[] counts) => new()
    {
        Last = counts[0],
        Hourly = counts[1],
        Daily = counts[2],
        Weekly = counts[3],
        Monthly = counts[4],
        Yearly = counts[5],
    };
}
