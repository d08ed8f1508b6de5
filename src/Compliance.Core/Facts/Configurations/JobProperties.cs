using System.Collections.Frozen;
using Compliance.Core.Facts.Properties;
using Compliance.Core.Facts.Schedules;
using static Compliance.Core.Facts.Configurations.PropertyFormats;

namespace Compliance.Core.Facts.Configurations;

/// <summary>The properties of a backup job in Proxmox VE 9 (pve-guest-common, PVE/VZDump/Common.pm; pve-common, PVE/Job/Registry.pm).</summary>
internal static class JobProperties
{
    private static readonly string[] PerformanceKeys = ["max-workers", "pbs-entries-max"];
    private static readonly string[] FleecingKeys = ["enabled", "storage"];

    /// <summary>Of the command line, and so of the legacy cron file.</summary>
    public static FrozenDictionary<string, PropertyRule> OfCommand { get; } = new Dictionary<string, PropertyRule>
    {
        ["all"] = PropertyRule.Flag,
        ["bwlimit"] = PropertyRule.Integer(0),
        ["compress"] = PropertyRule.OneOf("0", "1", "gzip", "lzo", "zstd"),
        ["dumpdir"] = PropertyRule.Any,
        ["exclude"] = GuestIds,
        ["exclude-path"] = PropertyRule.Items,
        ["fleecing"] = new(PropertyShape.Text, text => FleecingOf(text).Error ?? FleecingProblem(FleecingOf(text))),
        ["ionice"] = PropertyRule.Integer(0, 8),
        ["lockwait"] = PropertyRule.Integer(0),
        ["mailnotification"] = PropertyRule.OneOf("always", "failure"),
        ["mailto"] = PropertyRule.Any,
        ["mode"] = PropertyRule.OneOf("snapshot", "suspend", "stop"),
        ["node"] = Node,
        ["notes-template"] = PropertyRule.AtMost(1024),
        ["notification-mode"] = PropertyRule.OneOf("auto", "legacy-sendmail", "notification-system"),
        ["pbs-change-detection-mode"] = PropertyRule.OneOf("legacy", "data", "metadata"),
        ["performance"] = new(PropertyShape.Text, text => PerformanceOf(text).Error ?? PerformanceProblem(PerformanceOf(text))),
        ["pigz"] = PropertyRule.Integer(long.MinValue),
        ["pool"] = PropertyRule.Any,
        ["protected"] = PropertyRule.Flag,
        ["prune-backups"] = PruneBackups,
        ["quiet"] = PropertyRule.Flag,
        ["remove"] = PropertyRule.Flag,
        ["script"] = PropertyRule.Any,
        ["stdexcludes"] = PropertyRule.Flag,
        ["stop"] = PropertyRule.Flag,
        ["stopwait"] = PropertyRule.Integer(0),
        ["storage"] = StorageId,
        ["tmpdir"] = PropertyRule.Any,
        ["vmid"] = GuestIds,
        ["zstd"] = PropertyRule.Integer(long.MinValue),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Of a section of jobs.cfg.</summary>
    public static SectionSchema OfSection { get; } = new(
        new Dictionary<string, PropertyRule>(OfCommand)
        {
            ["comment"] = PropertyRule.AtMost(512),
            ["enabled"] = PropertyRule.Flag,
            ["repeat-missed"] = PropertyRule.Flag,
            ["schedule"] = new(PropertyShape.Text, text => text.Length > 128 ? "longer than 128 characters" : CalendarEvent.Parse(text).Error?.ToString()),
        }.ToFrozenDictionary(StringComparer.Ordinal),
        "schedule");

    public static PropertyString FleecingOf(string text)
        => PropertyString.Parse(text, "enabled", key => FleecingKeys.Contains(key) ? key : null);

    public static PropertyString PerformanceOf(string text)
        => PropertyString.Parse(text, null, key => PerformanceKeys.Contains(key) ? key : null);

    private static string? FleecingProblem(PropertyString fleecing)
    {
        var enabled = PropertyBoolean.Parse(fleecing["enabled"] ?? "0");
        return enabled is null ? $"'{fleecing["enabled"]}' is no boolean"
            : enabled.Value && fleecing["storage"] is null ? "fleecing needs a storage"
            : fleecing["storage"] is { } storage ? StorageId.Problem(storage)
            : null;
    }

    private static string? PerformanceProblem(PropertyString performance)
        => (performance["max-workers"] is { } workers ? PropertyRule.Integer(1, 256).Problem(workers) : null)
            ?? (performance["pbs-entries-max"] is { } entries ? PropertyRule.Integer(1).Problem(entries) : null);
}
