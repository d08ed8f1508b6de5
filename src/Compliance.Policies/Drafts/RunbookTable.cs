using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What the runbook demands of each tier: "Backup Schedule" and "Retention Policy (Local)".</summary>
internal static class RunbookTable
{
    /// <summary>The highest level the runbook has a row for.</summary>
    public const int Last = 3;

    public static string Title(int level) => level switch
    {
        0 => "Platform",
        1 => "Core services",
        2 => "Supporting services",
        3 => "Lab / experimental",
        _ => $"Tier {level}",
    };

    /// <summary>A tier the runbook does not know gets the weakest schedule that still demands one: who named it so wanted something.</summary>
    public static Cadence Schedule(int level) => level switch
    {
        0 or 1 => Cadence.Daily,
        2 => Cadence.Weekly,
        3 => Cadence.OnDemand,
        _ => Cadence.Weekly,
    };

    public static KeepOptions Keep(int level) => level switch
    {
        0 => new KeepOptions { Daily = 7, Weekly = 4, Monthly = 3 },
        1 => new KeepOptions { Daily = 7, Weekly = 4, Monthly = 2 },
        2 => new KeepOptions { Daily = 5, Weekly = 2 },
        _ => new KeepOptions { Daily = 2 },
    };
}
