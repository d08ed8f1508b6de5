using System.Collections.Immutable;
using Compliance.Core.Facts.Disks;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Disks;

/// <summary>The recorded answers of the real API code.</summary>
public sealed class RecordedDisksTests
{
    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("cluster")]
    [InlineData("large")]
    public void A_dedicated_disk_is_proved_separate(string estate)
    {
        var (node, storages) = RecordedNode.FromRecording(estate, "audit", "pve1");
        var backup = Resolve(node, storages, "local-backup");
        backup.Verdict.Should().Be(LineageVerdict.Proved);
        backup.Device.Should().Be("/dev/sdb1");
        backup.Filesystem.Should().Be("ext4");
        backup.MountPoint.Should().Be("/mnt/local-backup");
        backup.IsOnRootFilesystem.Should().BeFalse();
        backup.Disks.Select(d => d.ToString()).Should().Equal("sdb (ZGY00001, ST4000VN008-2DR166)");
        DiskLineage.OtherUses(node, backup).Value.Should().BeEmpty();

        Resolve(node, storages, "local-lvm").Names().Should().Equal("nvme0n1");
        Resolve(node, storages, "tank").Names().Should().Equal("sda");
        Resolve(node, storages, "local").IsOnRootFilesystem.Should().BeTrue();
        foreach (var id in new[] { "local-lvm", "tank" })
        {
            var comparison = DiskLineage.Compare(backup, Resolve(node, storages, id));
            comparison.Verdict.Should().Be(DiskComparisonVerdict.Separate);
            comparison.IsInferred.Should().BeFalse();
        }
    }

    /// <summary>So that the collector need not ask for the lists.</summary>
    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("cluster")]
    [InlineData("large")]
    [InlineData("drifted")]
    public void The_report_tells_the_same_groups_and_pools_as_the_lists(string estate)
    {
        var (node, _) = RecordedNode.FromRecording(estate, "audit", "pve1");
        var report = NodeReportText.Parse(node.DeviceReport.Value!);

        report.VolumeGroups!.Value.Should().BeEquivalentTo(node.VolumeGroups.Value).And.NotBeEmpty();
        if (node.ZfsPools.Value.IsEmpty)
        {
            report.ZfsPools.Should().Match<ImmutableArray<ZfsPool>?>(pools => pools == null || pools.Value.IsEmpty);
        }
        else
        {
            report.ZfsPools!.Value.Should().BeEquivalentTo(node.ZfsPools.Value);
        }
    }

    [SkippableFact]
    public void A_partition_beside_guest_disks_is_proved_shared()
    {
        var (node, storages) = RecordedNode.FromRecording("drifted", "audit", "pve1");
        var backup = Resolve(node, storages, "local-backup");
        backup.Verdict.Should().Be(LineageVerdict.Proved);
        backup.Device.Should().Be("/dev/sda2");
        backup.Filesystem.Should().Be("ext4");
        DiskLineage.OtherUses(node, backup).Value.Should().Equal("sda1: LVM (vmdata)");

        var vmdata = DiskLineage.Compare(backup, Resolve(node, storages, "vmdata"));
        vmdata.Verdict.Should().Be(DiskComparisonVerdict.Shared);
        vmdata.Text.Should().Be("sda (2117E59AA001, CT2000MX500SSD1)");
        DiskLineage.Compare(backup, Resolve(node, storages, "local-lvm")).Verdict.Should().Be(DiskComparisonVerdict.Separate);
        Resolve(node, storages, "nas-backup").Verdict.Should().Be(LineageVerdict.Remote);
    }

    [SkippableFact]
    public void Without_the_report_nothing_is_proved_of_a_mount_made_by_hand()
    {
        var (node, storages) = RecordedNode.FromRecording("drifted", "audit", "pve1");
        var blind = node with { DeviceReport = Observation.Unreadable<string>(DiskScene.Refused) };
        var backup = Resolve(blind, storages, "local-backup");
        backup.Verdict.Should().Be(LineageVerdict.Unknown);
        backup.Gaps.Should().Contain(DiskScene.Refused);
        DiskLineage.Compare(backup, Resolve(blind, storages, "vmdata")).Verdict.Should().Be(DiskComparisonVerdict.Unknown);
    }

    private static Lineage Resolve(NodeState node, ImmutableArray<StorageState> storages, string id)
        => DiskLineage.Resolve(node, storages.Single(s => s.Id == id));
}
