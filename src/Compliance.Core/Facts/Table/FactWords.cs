using Compliance.Cel;

namespace Compliance.Core.Facts.Table;

/// <summary>
/// The texts that have few values. What the API may answer in a way we do not know yet (a storage type, a lock, the state of a
/// service), or what lists nodes where they differ, is no such text: it stays a string.
/// </summary>
internal static class FactWords
{
    public static readonly CelEnumType GuestType = new("guestType", ["qemu", "lxc"]);
    public static readonly CelEnumType Phase = new("phase", ["local", "transition", "pbs"]);
    public static readonly CelEnumType Cadence = new("cadence", ["on-demand", "daily", "weekly", "monthly"]);
    public static readonly CelEnumType Mode = new("mode", ["snapshot", "suspend", "stop"]);
    public static readonly CelEnumType Compression = new("compression", ["zstd", "gzip", "lzo", "none"]);
    public static readonly CelEnumType Wish = new("wish", ["required", "preferred", "not-demanded"]);
    public static readonly CelEnumType Idleness = new("idleReason", ["disabled", "schedule", "target"]);
    public static readonly CelEnumType RunClass = new("runClass", ["ok", "warning", "error", "unknown"]);
    public static readonly CelEnumType Verification = new("verification", ["ok", "failed", "none"]);
    public static readonly CelEnumType PbsVerification = new("pbsVerification", ["ok", "failed", "none", "pending"]);
    public static readonly CelEnumType PbsState = new("pbsState", ["active", "inactive", "disabled", "missing"]);
    public static readonly CelEnumType Size = new("sizeVerdict", ["normal", "too-few", "empty", "shrunken", "grown"]);
    public static readonly CelEnumType RestoreTest = new("restoreTestState", ["proven", "stale", "claimed", "never"]);
    public static readonly CelEnumType HostArchive = new("hostArchiveState", ["good", "damaged", "missing", "undeclared"]);
    public static readonly CelEnumType Compared = new("comparedKind", ["job", "storage"]);
    public static readonly CelEnumType Lineage = new("diskVerdict", ["proved", "inferred", "remote"]);
    public static readonly CelEnumType Protocol = new("networkProtocol", ["nfs", "cifs", "none"]);
    public static readonly CelEnumType Exposure = new("networkExposure", ["none", "server-to-server"]);
    public static readonly CelEnumType VolumeKind = new("volumeKind", ["disk", "efidisk", "tpmstate", "rootfs", "mountpoint", "bind", "device", "volume"]);
}
