using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Guests;
using Compliance.Core.Model;

namespace Compliance.Core.Drills;

/// <summary>
/// How much room a copy of a guest may take, in bytes. A virtual machine comes back with the volumes that were saved, a container with all
/// its volumes, those that were not saved empty (pve-container <c>API2/LXC.pm:create_vm</c>).
/// </summary>
internal static class DrillRoom
{
    /// <summary>Unreadable when a volume's size is.</summary>
    public static Observed<long> Of(GuestFacts guest) => guest.State.Config.Then(config => VolumeSize.Of(
        guest.State,
        config!,
        GuestVolumes.Of(guest.State.Type, config!)
            .Where(volume => guest.State.Type == "qemu" ? volume.IsIncluded : volume.StorageId is not null)
            .Select(volume => volume.Key)));
}
