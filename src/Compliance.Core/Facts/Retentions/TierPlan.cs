using Compliance.Core.Facts.Schedules;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Retentions;

/// <summary>A tier's declaration as something that can be run: when backups are made, and what is pruned by.</summary>
public static class TierPlan
{
    /// <summary>
    /// The tier's calendar event; where it names none, what its word means to Proxmox VE (<c>weekly</c> is Monday at midnight). Null
    /// on demand, and for a calendar that is none.
    /// </summary>
    public static CalendarEvent? ScheduleOf(Tier tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        if (tier.Calendar is { } written)
        {
            return CalendarEvent.Parse(written.Value).Event;
        }

        return tier.Schedule.Value == Cadence.OnDemand ? null : CalendarEvent.Parse(WordOf(tier.Schedule.Value)).Event;
    }

    /// <summary>Its retention as Proxmox VE would prune by it.</summary>
    public static KeepOptions KeepOf(Tier tier)
    {
        ArgumentNullException.ThrowIfNull(tier);
        return new KeepOptions
        {
            Daily = tier.Retention.Daily.Value,
            Weekly = tier.Retention.Weekly.Value,
            Monthly = tier.Retention.Monthly.Value,
        };
    }

    /// <summary>The cadence as policies write it.</summary>
    public static string WordOf(Cadence cadence) => cadence switch
    {
        Cadence.Daily => "daily",
        Cadence.Weekly => "weekly",
        Cadence.Monthly => "monthly",
        _ => "on-demand",
    };
}
