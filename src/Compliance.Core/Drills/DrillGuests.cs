using System.Globalization;
using Compliance.Core.Facts.Estates;

namespace Compliance.Core.Drills;

/// <summary>
/// Whose turn it is: a guest that was never tested before one that was, the longest ago first, and among those never tested the services
/// that the policy names. Templates hold nothing that runs, and a guest without a restore point has nothing to restore.
/// </summary>
internal static class DrillGuests
{
    /// <param name="named">the id of the guest to take; null for the one whose turn it is</param>
    /// <param name="obstacle">why there is none</param>
    public static DrillTurn? Next(Estate estate, int level, string? named, out string? obstacle)
    {
        obstacle = null;
        var services = estate.Services
            .Where(service => service.Guest is { IsKnown: true, Value: not null })
            .Select(service => service.Guest.Value!.Id)
            .ToList();
        var turns = estate.Guests
            .Where(guest => guest.TierLevel == level && guest.State.IsTemplate is not { IsKnown: true, Value: true } && (named is null || guest.Id == named))
            .Select(guest => (Guest: guest, Tested: LastTested(estate, guest.Id), Service: services.IndexOf(guest.Id), Point: DrillPoints.Best(guest)))
            .OrderBy(turn => turn.Tested ?? DateTimeOffset.MinValue)
            .ThenBy(turn => turn.Service < 0 ? int.MaxValue : turn.Service)
            .ThenBy(turn => turn.Point is { IsDoubtful: false } ? 0 : 1)
            .ThenBy(turn => turn.Guest.State.VmId)
            .ToList();

        foreach (var (guest, tested, service, point) in turns)
        {
            if (point is not null)
            {
                return new DrillTurn(guest, named is null ? WhyOf(tested, service >= 0) : "asked for", point);
            }
        }

        obstacle = Obstacle(estate, level, named, [.. turns.Select(turn => turn.Guest)]);
        return null;
    }

    private static DateTimeOffset? LastTested(Estate estate, string guest) => estate.Evidence.RestoreTests
        .Where(test => test.Guest.Value == guest && test.Finished.Value <= estate.AsOf)
        .Max(test => (DateTimeOffset?)test.Finished.Value);

    private static string WhyOf(DateTimeOffset? tested, bool isService)
        => (tested is { } at ? string.Create(CultureInfo.InvariantCulture, $"tested the longest ago, on {at.UtcDateTime:yyyy-MM-dd}") : "never tested")
            + (isService ? ", and a service that the policy names" : "");

    private static string Obstacle(Estate estate, int level, string? named, List<GuestFacts> guests)
    {
        if (guests.Count == 0)
        {
            var hidden = estate.Guests.Select(guest => guest.Tier.Unreadable).FirstOrDefault(gap => gap is not null) ?? estate.Inventory.Guests.Hidden;
            return (named is null ? $"no guest but templates is seen in tier {level}" : $"{named} is not seen in tier {level}, or is a template")
                + (hidden is null ? "" : $"; {hidden}");
        }

        var blind = guests.Select(guest => guest.History.Count.Unreadable).FirstOrDefault(gap => gap is not null);
        return blind is null
            ? $"no guest of tier {level} that may be tested has a sound restore point; make a backup first"
            : $"no sound restore point of a guest of tier {level} was seen; {blind}";
    }
}
