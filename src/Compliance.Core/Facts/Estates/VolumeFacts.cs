using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A volume of a guest.</summary>
public sealed class VolumeFacts(GuestFacts guest, string key, string volumeId, string kind, Observed<bool> isIncluded, string reason)
{
    public GuestFacts Guest { get; } = guest;

    /// <summary>Configuration key, such as <c>scsi1</c> or <c>mp0</c>.</summary>
    public string Key { get; } = key;

    public string VolumeId { get; } = volumeId;

    /// <summary><c>disk</c>, <c>efidisk</c>, <c>tpmstate</c>, <c>rootfs</c>, <c>mountpoint</c>, <c>bind</c>, <c>device</c>, <c>volume</c>.</summary>
    public string Kind { get; } = kind;

    /// <summary>Whether a backup contains it.</summary>
    public Observed<bool> IsIncluded { get; } = isIncluded;

    /// <summary>
    /// What is known of it. Unreadable for the one that stands for all volumes of a guest nobody could see: whatever a rule asks
    /// of it, nobody can say.
    /// </summary>
    public Observed<T> Seen<T>(T value) => IsIncluded.Select(_ => value);

    /// <summary>Why it is not, in words.</summary>
    public string Reason { get; } = reason;

    /// <summary>
    /// False for an EFI disk of a guest that does not boot by EFI: nothing reads or writes it (qemu-server
    /// <c>PVE/QemuConfig.pm:get_backup_volumes</c> leaves it out for that reason).
    /// </summary>
    public bool HoldsData { get; init; } = true;

    /// <summary>The storage it lies on; known and null for a device or directory of the node.</summary>
    public Observed<string?> Storage => Seen(VolumeName.Parse(VolumeId)?.Storage);

    /// <summary>The physical disks under it, with serial numbers, for people; empty when it lies on another machine.</summary>
    public Observed<ImmutableArray<string>> Disks => IsIncluded.Then(_ => Way!.Disks);

    /// <summary>How they were found out: <c>proved by …</c>, <c>inferred: …</c>, or what makes it remote.</summary>
    public Observed<string> DiskProof => IsIncluded.Then(_ => Way!.Proof);

    /// <summary>Where the guest's backups go that lie on one of its disks, each with that disk.</summary>
    public Observed<ImmutableArray<string>> SharedWithBackups => IsIncluded.Then(_ => Way!.SharedWithBackups);

    /// <summary>Null for the one that stands for volumes nobody could see.</summary>
    internal VolumeDisks? Way { get; init; }
}
