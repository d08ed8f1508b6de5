using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Drills;

/// <summary>
/// The commands of a restore test. None overwrites (no <c>--force</c>: qmrestore and pct refuse a vmid that a guest has), and each that
/// follows does nothing to a guest without the test's tag, so that pasting them all after a refused restore harms nobody. The copy does
/// not start while it has a network or anything that its original may be using.
/// Which interfaces and devices there are is asked of the copy itself, because the archive decides it and not today's configuration.
/// </summary>
internal static class DrillCommands
{
    /// <summary>Marks the copy, also in place of the tags it brings along, by which the policy may put it into a tier.</summary>
    public const string Tag = "restore-test";

    public static ImmutableArray<DrillStep> Of(GuestFacts guest, RestorePoint point, int number, string storage, ImmutableArray<Placed<string>> verify)
    {
        var isMachine = guest.State.Type == "qemu";
        var tool = isMachine ? "qm" : "pct";
        var archive = ShellText.Quote(point.VolumeId);
        var place = ShellText.Quote(storage);
        var looked = verify.IsEmpty ? "that it boots and does its work" : string.Join(", ", verify.Select(step => step.Value));
        var config = $"{tool} config {number}";
        var ifMarked = $"{config} | grep -qx 'tags: {Tag}' &&";
        return
        [
            new(
                $"restore, if nobody has the number {number}, with addresses of its own, and mark the copy",
                $"pvesh get /cluster/nextid --vmid {number} && "
                + (isMachine ? $"qmrestore {archive} {number}" : $"pct restore {number} {archive}") + $" --storage {place} --unique 1 && "
                + $"{tool} set {number} --onboot 0 --protection 0 --tags {Tag}"),
            new(
                isMachine ? "take away its network, and what it would share with its original" : "take away its network, and the host's directories and devices",
                $"{ifMarked} {config} | sed -nE {(isMachine ? MachineKeys : ContainerKeys)} | xargs -r -n1 {tool} set {number} --delete"),
            new(
                "start it; a line that is printed keeps it from starting, and must go first",
                $"{ifMarked} ! {config} | grep -E {(isMachine ? MachineLeft : ContainerLeft)} && {tool} start {number}"),
            new($"verify: {looked}; it has no network, so look from its console", Look(guest, number)),
            new("stop it", $"{ifMarked} {tool} stop {number}"),
            new("destroy it", $"{ifMarked} {tool} destroy {number} --purge 1"),
        ];
    }

    private static string Look(GuestFacts guest, int number)
        => guest.State.Type == "lxc" ? $"pct enter {number}"
            : guest.HasAgent is { IsKnown: true, Value: true } ? $"qm agent {number} ping"
            : $"qm status {number} --verbose 1";

    // qemu-server QemuServer.pm:restore_update_config_line gives drives new volumes and keeps all else; virtiofs shares directories and
    // ivshmem memory of the host, args and hookscript may do anything. A serial port that is a socket is the copy's own, and its console may be on it.
    private const string MachineKeys =
        @"'s/^((net|hostpci|usb|virtiofs)[0-9]+|args|hookscript|ivshmem): .*/\1/p; s/^((ide|sata|scsi|virtio|serial|parallel)[0-9]+): (file=)?\/dev\/.*/\1/p'";

    private const string MachineLeft =
        @"'^((net|hostpci|usb|virtiofs)[0-9]+|args|hookscript|ivshmem): |^(ide|sata|scsi|virtio|serial|parallel)[0-9]+: (file=)?/dev/'";

    // pve-container API2/LXC.pm:create_vm brings back bind and device mounts for root, and with them the live guest's data. Raw lxc keys
    // can only be taken out of the file by hand.
    private const string ContainerKeys =
        @"'s/^((net|dev)[0-9]+|hookscript): .*/\1/p; s/^(mp[0-9]+): (volume=)?\/.*/\1/p'";

    private const string ContainerLeft =
        @"'^((net|dev)[0-9]+|hookscript): |^mp[0-9]+: (volume=)?/|^lxc\.'";
}
