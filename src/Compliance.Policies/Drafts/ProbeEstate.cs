using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// The facts of an inventory that no policy has spoken of yet: judged as if one tier held every guest and wanted it saved to one
/// storage. So drafts know exactly what rules know, and nothing is computed twice in two ways.
/// </summary>
internal static class ProbeEstate
{
    public static Estate Of(Inventory inventory, string target)
    {
        var place = default(Place);
        Placed<T> At<T>(T value) => new(value, place);
        var policy = new Policy
        {
            Name = At("probe"),
            Phase = At(PolicyPhase.Local),
            Backup = new BackupDemand { Target = At(target), Mode = At("snapshot"), Compression = At("zstd"), Grace = At(TimeSpan.FromHours(6)) },
            Tiers =
            [
                new Tier
                {
                    Level = At(0),
                    Title = At("every guest"),
                    Guests = new GuestSelector { VmIds = [.. inventory.Guests.Rows.Select(guest => At(guest.VmId))], Place = place },
                    Schedule = At(Cadence.Daily),
                    Retention = new RetentionDemand { Daily = At(1), Weekly = At(0), Monthly = At(0), Place = place },
                    Place = place,
                },
            ],
            Storages = [.. inventory.Storages.Rows.Select(storage => new StorageDemand { Id = At(storage.Id), Access = [], Place = place })],
            Locations = LocationsReader.Defaults(place),
            Place = place,
        };
        return Estate.Build(policy, EvidenceRecords.None, inventory, inventory.CollectedAt);
    }
}
