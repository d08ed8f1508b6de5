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
}
