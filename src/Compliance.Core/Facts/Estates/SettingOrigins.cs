using System.Collections.Immutable;
using Compliance.Core.Facts.Jobs;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// The levels a setting of a job is looked for in on one node, in Proxmox's order, down to the one that counts and whatever it hides
/// (pve-manager <c>PVE/VZDump.pm:new, read_vzdump_defaults</c>).
/// </summary>
internal static class SettingOrigins
{
    /// <summary>Of retention: a level more, and what is not valid is passed over, see <see cref="EffectiveRetention"/>.</summary>
    public static ImmutableArray<OriginLevel> OfRetention(string? job, Observed<StorageState?> storage, Observed<string?> conf, string jobName, string node) => Chain(
        text => KeepOptions.Parse(text).IsValid,
        (jobName, Observation.Known(job)),
        (storage.Match(known => known is null ? "the target storage" : $"storage {known.Id}", _ => "the target storage"), storage.Select(known => known?.PruneBackups)),
        ($"vzdump.conf of {node}", conf),
        ("built in", Observation.Known<string?>("keep-all=1")));

    /// <summary>Of any other option.</summary>
    /// <param name="name">as in jobs.cfg</param>
    public static ImmutableArray<OriginLevel> Of(
        string name, IReadOnlyDictionary<string, string> job, Observed<IReadOnlyDictionary<string, string>> conf, string jobName, string node) => Chain(
        _ => true,
        (jobName, Observation.Known(job.GetValueOrDefault(name))),
        ($"vzdump.conf of {node}", conf.Select(set => set.GetValueOrDefault(name))),
        ("built in", Observation.Known(EffectiveSettings.BuiltInValue(name))));

    private static ImmutableArray<OriginLevel> Chain(Func<string, bool> isValid, params ReadOnlySpan<(string Level, Observed<string?> Value)> levels)
    {
        var chain = ImmutableArray.CreateBuilder<OriginLevel>();
        var isOpen = true;
        foreach (var (level, value) in levels)
        {
            var set = value.Match(known => known, _ => null);
            var counts = isOpen && set is not null && isValid(set);
            // Below the one that counts, only what it hides is of interest.
            if (isOpen || set is not null && level != "built in")
            {
                chain.Add(new OriginLevel(level, set, counts, isOpen ? value.Unreadable : null));
            }

            // Whatever stands below a level that nobody could read may count, or not.
            isOpen &= !counts && value.IsKnown;
        }

        return chain.ToImmutable();
    }
}
