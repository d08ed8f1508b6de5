using Compliance.Core.Facts.Retentions;
using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A tier with the policy's defaults filled in.</summary>
public sealed class TierFacts(Tier tier, BackupDemand defaults)
{
    /// <summary>A day that ends daylight saving time has 25 hours; no schedule can promise less.</summary>
    private static readonly TimeSpan LongestHour = TimeSpan.FromHours(1);

    public Tier Declared { get; } = tier;

    public int Level => Declared.Level.Value;

    public Placed<string> Mode { get; } = tier.Mode ?? defaults.Mode;

    public Placed<string> Compression { get; } = tier.Compression ?? defaults.Compression;

    public Placed<string> Target { get; } = tier.Target ?? defaults.Target;

    public Placed<TimeSpan> Grace { get; } = tier.Grace ?? defaults.Grace;

    /// <summary>Whether guests of this tier must be backed up without anybody asking.</summary>
    public bool IsScheduled => Declared.Schedule.Value != Cadence.OnDemand;

    public string Schedule => TierPlan.WordOf(Declared.Schedule.Value);

    /// <summary>When its jobs start; null when it leaves the time open.</summary>
    public CalendarEvent? Calendar { get; } = tier.Calendar is null ? null : TierPlan.ScheduleOf(tier);

    /// <summary>The longest time between two runs that its cadence means, without grace; null on demand.</summary>
    public TimeSpan? Period => Declared.Schedule.Value switch
    {
        Cadence.Daily => TimeSpan.FromDays(1),
        Cadence.Weekly => TimeSpan.FromDays(7),
        Cadence.Monthly => TimeSpan.FromDays(31),
        _ => null,
    };

    /// <summary>The grace, an hour at least.</summary>
    public TimeSpan Slack => Grace.Value > LongestHour ? Grace.Value : LongestHour;

    /// <summary>The longest time that may lie between two runs: the cadence plus the slack. Zero on demand.</summary>
    public TimeSpan LongestGap => Period is { } period ? period + Slack : TimeSpan.Zero;

    /// <summary>Runs in a year at its cadence; 0 on demand.</summary>
    public int RunsInYear => Declared.Schedule.Value switch
    {
        Cadence.Daily => 365,
        Cadence.Weekly => 52,
        Cadence.Monthly => 12,
        _ => 0,
    };

    /// <summary>Its retention as Proxmox would prune by it.</summary>
    public KeepOptions Keep { get; } = TierPlan.KeepOf(tier);

    /// <summary>Whether the policy asks for restore tests, and the tier has guests that must be backed up.</summary>
    public Observed<bool> NeedsRestoreTest { get; internal set; } = null!;

    /// <summary>What is recorded of its restore tests.</summary>
    public TierRestoreTests RestoreTests { get; internal set; } = null!;
}
