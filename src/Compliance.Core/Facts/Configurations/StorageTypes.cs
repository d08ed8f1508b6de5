using System.Collections.Frozen;
using static Compliance.Core.Facts.Configurations.PropertyFormats;

namespace Compliance.Core.Facts.Configurations;

/// <summary>The storage types of Proxmox VE 9 and their properties: a table.</summary>
internal static class StorageTypes
{
    private const string Common = "nodes disable content";
    private const string Backups = "prune-backups max-protected-backups";
    private const string Directories = "format mkdir create-base-path create-subdirs";

    private static readonly string[] Files = ["images", "rootdir", "vztmpl", "iso", "backup", "snippets", "import"];
    private static readonly string[] Guests = ["images", "rootdir"];
    private static readonly string[] Images = ["images"];

    private static readonly FrozenDictionary<string, PropertyRule> Properties = new Dictionary<string, PropertyRule>
    {
        ["authsupported"] = PropertyRule.Any,
        ["base"] = VolumeId,
        ["blocksize"] = PropertyRule.Any,
        ["bwlimit"] = BandwidthLimits,
        ["comstar_hg"] = PropertyRule.Any,
        ["comstar_tg"] = PropertyRule.Any,
        ["content"] = ContentList,
        ["content-dirs"] = ContentDirs,
        ["create-base-path"] = PropertyRule.Flag,
        ["create-subdirs"] = PropertyRule.Flag,
        ["data-pool"] = PropertyRule.Any,
        ["datastore"] = PropertyRule.Any,
        ["disable"] = PropertyRule.Flag,
        ["domain"] = PropertyRule.AtMost(256),
        ["encryption-key"] = PropertyRule.Any,
        ["export"] = PropertyFormats.Path,
        ["fingerprint"] = Fingerprint,
        ["format"] = ImageFormat,
        ["fs-name"] = ConfigId,
        ["fuse"] = PropertyRule.Flag,
        ["is_mountpoint"] = PropertyRule.Any,
        ["iscsiprovider"] = PropertyRule.Any,
        ["keyring"] = PropertyRule.Any,
        ["krbd"] = PropertyRule.Flag,
        ["lio_tpg"] = PropertyRule.Any,
        ["master-pubkey"] = PropertyRule.Any,
        ["max-protected-backups"] = PropertyRule.Integer(-1),
        ["mkdir"] = PropertyRule.Flag,
        ["monhost"] = PortalList,
        ["mountpoint"] = PropertyFormats.Path,
        ["namespace"] = PropertyRule.Any,
        ["nocow"] = PropertyRule.Flag,
        ["nodes"] = Nodes,
        ["nowritecache"] = PropertyRule.Flag,
        ["options"] = MountOptions,
        ["password"] = PropertyRule.AtMost(256),
        ["path"] = PropertyFormats.Path,
        ["pool"] = PropertyRule.Any,
        ["port"] = PropertyRule.Integer(1, 65535),
        ["portal"] = Portal,
        ["preallocation"] = Preallocation,
        ["prune-backups"] = PruneBackups,
        ["saferemove"] = PropertyRule.Flag,
        ["saferemove-stepsize"] = PropertyRule.OneOf("1", "2", "4", "8", "16", "32") with { Shape = PropertyShape.Integer },
        ["saferemove_throughput"] = PropertyRule.Any,
        ["server"] = Server,
        ["share"] = PropertyRule.Any,
        ["shared"] = PropertyRule.Flag,
        ["skip-cert-verification"] = PropertyRule.Flag,
        ["smbversion"] = PropertyRule.OneOf("default", "2.0", "2.1", "3", "3.0", "3.11"),
        ["snapshot-as-volume-chain"] = PropertyRule.Flag,
        ["sparse"] = PropertyRule.Flag,
        ["subdir"] = PropertyFormats.Path,
        ["tagged_only"] = PropertyRule.Flag,
        ["target"] = PropertyRule.Any,
        ["thinpool"] = VolumeGroup,
        ["username"] = PropertyRule.Any,
        ["vgname"] = VolumeGroup,
        ["zfs-base-path"] = PropertyFormats.Path,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static FrozenDictionary<string, StorageType> All { get; } = new Dictionary<string, StorageType>
    {
        ["dir"] = Type([.. Files, "none"], Guests, "raw qcow2 vmdk subvol", "path",
            $"{Common} {Backups} {Directories} content-dirs shared is_mountpoint bwlimit preallocation snapshot-as-volume-chain") with { IsDirectory = true },
        ["btrfs"] = Type([.. Files, "none"], Guests, "raw subvol", "path",
            $"{Common} {Backups} {Directories} shared is_mountpoint nocow preallocation") with { IsDirectory = true },
        ["nfs"] = Type(Files, Images, "raw qcow2 vmdk", "path server export",
            $"{Common} {Backups} {Directories} content-dirs options bwlimit preallocation snapshot-as-volume-chain") with { IsShared = true, IsMountedByPve = true },
        ["cifs"] = Type(Files, Images, "raw qcow2 vmdk", "path server share",
            $"{Common} {Backups} {Directories} content-dirs subdir username password domain smbversion options bwlimit preallocation snapshot-as-volume-chain")
            with { IsShared = true, IsMountedByPve = true },
        ["cephfs"] = Type(["vztmpl", "iso", "backup", "snippets", "import"], ["backup"], "", "path",
            $"{Common} {Backups} {Directories} content-dirs monhost subdir options username fuse bwlimit keyring fs-name") with { IsShared = true, IsMountedByPve = true },
        ["pbs"] = Type(["backup", "none"], ["backup"], "", "server datastore",
            $"{Common} {Backups} namespace port username password encryption-key master-pubkey fingerprint") with { IsShared = true },
        ["zfspool"] = Type(Guests, Guests, "raw subvol", "pool", $"{Common} blocksize sparse bwlimit mountpoint"),
        ["lvm"] = Type(Guests, Images, "raw qcow2", "vgname",
            $"{Common} shared saferemove saferemove-stepsize saferemove_throughput base tagged_only bwlimit snapshot-as-volume-chain"),
        ["lvmthin"] = Type(Guests, Guests, "", "thinpool vgname", $"{Common} bwlimit"),
        ["esxi"] = Type(["import"], ["import"], "raw qcow2 vmdk", "server username", $"{Common} shared password skip-cert-verification port"),
        ["rbd"] = Type(Guests, Images, "", "", $"{Common} monhost pool data-pool namespace username krbd keyring bwlimit") with { IsShared = true },
        ["iscsi"] = Type(["images", "none"], Images, "", "portal target", $"{Common} bwlimit") with { IsShared = true },
        ["iscsidirect"] = Type(["images", "none"], Images, "", "portal target", $"{Common} bwlimit") with { IsShared = true },
        ["zfs"] = Type(Images, Images, "", "portal target pool blocksize iscsiprovider",
            $"{Common} nowritecache sparse comstar_hg comstar_tg lio_tpg bwlimit zfs-base-path") with { IsShared = true },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static StorageType Type(string[] contents, string[] defaults, string formats, string required, string optional)
    {
        var needed = Words(required);
        var known = needed.Concat(Words(optional)).ToFrozenDictionary(key => key, key => Properties[key], StringComparer.Ordinal);
        return new StorageType
        {
            Schema = new SectionSchema(known, needed),
            Contents = contents.ToFrozenSet(StringComparer.Ordinal),
            DefaultContents = defaults,
            Formats = Words(formats),
        };
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
