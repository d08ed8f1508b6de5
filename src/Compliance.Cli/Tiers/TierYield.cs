using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Cli;

/// <summary>A tier's declaration with what it yields, as <c>explain tier</c> shows it.</summary>
/// <param name="Calendar">null on demand: nothing is promised that could be simulated</param>
internal sealed record TierYield(Tier Tier, RetentionCalendar? Calendar)
{
    /// <param name="from">the first run may be at the beginning of this day, in UTC</param>
    public static TierYield Of(Tier tier, DateTimeOffset from)
    {
        var midnight = new DateTimeOffset(from.UtcDateTime.Date, TimeSpan.Zero);
        return new TierYield(
            tier, TierPlan.ScheduleOf(tier) is { } schedule ? RetentionCalendar.Of(schedule, TierPlan.KeepOf(tier), TimeZoneInfo.Utc, midnight) : null);
    }
}
