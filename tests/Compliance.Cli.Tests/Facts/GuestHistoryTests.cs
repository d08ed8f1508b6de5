using Compliance.Core.Facts.Estates;

namespace Compliance.Cli.Tests.Facts;

/// <summary>Which restore points are a guest's, and when that cannot be told.</summary>
public sealed class GuestHistoryTests
{
    private const string Config110 = "guests.rows[vmId=110].config";

    [Fact]
    public void Points_from_before_a_machine_was_made_are_its_predecessors()
    {
        var all = Guest("qemu/110").History.Points;
        var third = all[2].CreatedAt.ToUnixTimeSeconds();

        Guest("qemu/110", Config110, Made(third)).History.Count.Value.Should().Be(3);
        Guest("qemu/110", Config110, Made(third + 1)).History.Count.Value.Should().Be(2);
    }

    /// <summary>Or a machine that got the number of an older one yesterday would seem to have its backups.</summary>
    [Fact]
    public void Whose_they_are_is_unknown_when_nobody_may_read_when_it_was_made()
    {
        var history = Guest("qemu/110", Config110, PatchedEstate.Unreadable("/nodes/pve1/qemu/110/config")).History;

        history.Newest.Unreadable!.Endpoint.Should().Be("/nodes/pve1/qemu/110/config");
        history.Count.IsKnown.Should().BeFalse();
    }

    [Fact]
    public void A_container_never_says_when_it_was_made_so_its_configuration_is_not_needed()
        => Guest("lxc/101", "guests.rows[vmId=101].config", PatchedEstate.Unreadable("/nodes/pve1/lxc/101/config")).History.Newest.IsKnown.Should().BeTrue();

    [Fact]
    public void None_at_all_is_none_whenever_it_was_made()
    {
        var history = Guest(
            "qemu/110", Config110, PatchedEstate.Unreadable("/nodes/pve1/qemu/110/config"), "backups", "[{\"storage\":\"local-backup\",\"node\":\"pve1\",\"points\":{\"value\":[]}}]").History;

        history.Count.Value.Should().Be(0);
        history.Newest.Should().Match<Core.Model.Observed<DateTimeOffset?>>(newest => newest.IsKnown && newest.Value == null);
    }

    /// <summary>A job that nobody could see may write anywhere.</summary>
    [Fact]
    public void An_unseen_listing_counts_once_a_job_may_write_to_it()
    {
        string[] unlisted = ["backups[storage=local].points", PatchedEstate.Unreadable("/nodes/pve1/storage/local/prunebackups")];
        const string Hidden = """{"rows":[],"hidden":{"endpoint":"/cluster/backup","reason":"refused","needs":null}}""";

        Of("drifted", "qemu/110", unlisted).History.Newest.IsKnown.Should().BeTrue("no job that covers it writes to local");
        Of("drifted", "qemu/110", [.. unlisted, "jobs", Hidden]).History.Newest.Unreadable!.Endpoint.Should().Be("/nodes/pve1/storage/local/prunebackups");
    }

    private static string Made(long seconds) => $$$"""{"value":{"meta":"ctime={{{seconds}}}"}}""";

    private static GuestFacts Guest(string id, params string[] set) => Of("compliant", id, set);

    private static GuestFacts Of(string sample, string id, params string[] set) => PatchedEstate.Of(sample, set).Guests.Single(guest => guest.Id == id);
}
