using Compliance.Core.Assessments;
using Compliance.Core.Model;

namespace Compliance.Cli.Tests.Facts;

/// <summary>What reports draw of guests, storages and disks says what the facts say, and leaves out nothing that nobody knows.</summary>
public sealed class LineageMapTests
{
    private const string Report = "nodes.rows[name=pve1].deviceReport";

    private static readonly string NoReport = PatchedEstate.Unreadable("/nodes/pve1/report");

    [Fact]
    public void A_disk_under_guests_and_backups_is_shared()
    {
        var node = Node("drifted");

        node.Sharings.Where(sharing => sharing.IsShared)
            .Select(sharing => (node.Storages[sharing.Data].Name, node.Storages[sharing.Backups].Name, sharing.What[..sharing.What.IndexOf(' ', StringComparison.Ordinal)]))
            .Should().Equal(("/srv/zones", "local", "nvme0n1"), ("local-lvm", "local", "nvme0n1"), ("vmdata", "local-backup", "sda"));
        node.Grounds.Where(ground => ground.IsShared).Select(ground => ground.Name.Split(' ')[0]).Should().Equal("nvme0n1", "sda");
        node.Grounds.Single(ground => ground.Kind == LineageGroundKind.Machine).Should().Be(new LineageGround(LineageGroundKind.Machine, "192.0.2.20", false));
    }

    [Fact]
    public void Nothing_is_shared_where_backups_have_a_disk_of_their_own()
    {
        var node = Node("compliant");

        node.Sharings.Should().BeEmpty();
        node.Grounds.Should().NotBeEmpty().And.OnlyContain(ground => ground.Kind == LineageGroundKind.Disk && !ground.IsShared);
        node.Storages.Should().OnlyContain(storage => storage.Proof == LineageProof.Proved && storage.How.Length > 0 && storage.Gaps.IsEmpty);
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public void Every_guest_is_in_one_group(string sample)
    {
        var estate = PatchedEstate.Of(sample);

        LineageMapper.Of(estate).Nodes.SelectMany(node => node.Groups).SelectMany(group => group.Guests).Select(guest => guest.Id)
            .Should().BeEquivalentTo(estate.Guests.Select(guest => guest.Id));
    }

    [Fact]
    public void What_lies_under_a_storage_and_could_not_be_read_is_unknown_with_its_reason()
    {
        var node = Node("compliant", Report, NoReport);

        var backups = node.Storages.Single(storage => storage.Name == "local-backup");
        backups.Proof.Should().Be(LineageProof.Unknown);
        backups.Gaps.Should().Contain(gap => gap.Endpoint == "/nodes/pve1/report");
        backups.Grounds.Select(ground => node.Grounds[ground].Kind).Should().Contain(LineageGroundKind.Unknown);
        node.Sharings.Should().NotBeEmpty("what cannot be told apart may be one").And.OnlyContain(sharing => !sharing.IsShared && !sharing.Gaps.IsEmpty);
    }

    [Fact]
    public void Guests_whose_volumes_could_not_be_read_say_so()
    {
        string[] hidden = ["guests.rows[vmId=110].config", PatchedEstate.Unreadable("/nodes/pve1/qemu/110/config"), "jobs.rows", "[]"];

        var group = Node("compliant", hidden).Groups.Single(group => group.Guests.Any(guest => guest.Id == "qemu/110"));

        group.Gaps.Should().ContainSingle().Which.Endpoint.Should().Be("/nodes/pve1/qemu/110/config");
        group.Ways.Should().NotContain(way => way.Use == LineageUse.Data).And.ContainSingle(way => way.Use == LineageUse.Wanted, "no job writes anywhere");
    }

    [Fact]
    public void Guests_that_may_be_hidden_are_said()
    {
        const string Hidden = """{"endpoint":"/cluster/resources","reason":"filtered","needs":"VM.Audit on /vms"}""";

        LineageMapper.Of(PatchedEstate.Of("compliant", "guests.hidden", Hidden)).Hidden.Should().ContainSingle().Which.Endpoint.Should().Be("/cluster/resources");
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    [InlineData("drifted", Report, "report")]
    [InlineData("drifted", "nodes.rows[name=pve1].disks", "disks")]
    [InlineData("drifted", "storages", "storages")]
    public void It_says_what_the_facts_of_each_volume_say(string sample, string? path = null, string? what = null)
    {
        var value = what == "storages" ? """{"rows":[],"hidden":{"endpoint":"/storage","reason":"refused","needs":null}}""" : PatchedEstate.Unreadable($"/{what}");
        var estate = PatchedEstate.Of(sample, path is null ? [] : [path, value]);
        var map = LineageMapper.Of(estate);
        var compared = 0;
        foreach (var guest in estate.Guests.Where(guest => guest.Volumes.IsKnown))
        {
            var node = map.Nodes.Single(node => node.Name == guest.State.Node);
            foreach (var volume in guest.Volumes.Value.Where(volume => volume.HoldsData))
            {
                var name = volume.Storage.Value ?? volume.VolumeId;
                var sharings = node.Sharings.Where(sharing => node.Storages[sharing.Data].Name == name).ToList();
                var shared = volume.SharedWithBackups;
                compared++;
                if (!shared.IsKnown)
                {
                    guest.BackupTargets.Match(_ => sharings.Count > 0, _ => true).Should().BeTrue($"nobody knows whether {guest.Id} {volume.Key} shares a disk");
                }
                else if (!shared.Value.IsEmpty)
                {
                    sharings.Should().Contain(sharing => sharing.IsShared, $"{guest.Id} {volume.Key} shares {shared.Value[0]}");
                }
            }
        }

        compared.Should().BeGreaterThan(8);
    }

    private static LineageNode Node(string sample, params string[] set) => LineageMapper.Of(PatchedEstate.Of(sample, set)).Nodes.Should().ContainSingle().Subject;
}
