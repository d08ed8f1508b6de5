using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Cli.Tests.Drafts;

/// <summary>What a draft guesses where no name helps, and what it leaves alone.</summary>
public sealed class GuessTests
{
    private static readonly Gap NotAllowed = new("/cluster/backup", "403 Permission check failed", "Sys.Audit on /");

    [Fact]
    public void Guests_without_tag_and_pool_are_sorted_by_how_often_they_are_saved()
    {
        using var repository = new DraftedRepository(Nameless());
        Members(repository, 1).Should().Equal(100, 101);
        Members(repository, 2).Should().Equal(200);
        repository.Draft.Tiers[1].Jobs.Select(job => job.Value).Should().Equal("nightly");
        repository.Draft.Tiers[2].Jobs.Select(job => job.Value).Should().Equal("sundays");
        repository.ShouldReadBack("guesses are valid too");
    }

    [Fact]
    public void A_job_that_is_named_for_a_tier_speaks_for_its_guests_however_seldom_it_saves_them()
    {
        var inventory = Nameless();
        using var repository = new DraftedRepository(inventory with
        {
            Jobs = new Listing<JobState>([.. inventory.Jobs.Rows.Select(job => job.Id == "sundays" ? job with { Comment = "Tier 0" } : job)], null),
        });
        Members(repository, 0).Should().Equal(200);
        Members(repository, 1).Should().Equal(100, 101);
        repository.Draft.Tiers[0].Schedule.Should().Be(Cadence.Daily);
        repository.Draft.Tiers[0].ScheduleNote.Should().Contain("check reports it");
        repository.ShouldReadBack("names of jobs count");
    }

    [Fact]
    public async Task Guests_nobody_saves_are_left_out_so_that_check_asks_for_them()
    {
        using var repository = new DraftedRepository(Nameless());
        repository.Draft.LeftOut.Should().Contain(left => left.StartsWith("guest qemu/110 ", StringComparison.Ordinal));
        var run = await repository.CheckAsync();
        run.ExitCode.Should().Be(ExitCode.Findings, run.Error);
        run.Output.Should().Contain("BKP101");
    }

    [Fact]
    public void A_tag_or_pool_whose_guests_are_saved_alike_selects_them_and_a_mixed_one_does_not()
    {
        var inventory = Nameless();
        using var repository = new DraftedRepository(inventory with
        {
            Guests = Rows(inventory.Guests.Rows.Select(guest => guest with
            {
                Tags = guest.VmId is 100 or 101 ? ["mixed", "web"] : guest.VmId == 200 ? ["mixed"] : [],
                Pool = Observation.Known<string?>(guest.VmId == 200 ? "slow" : null),
            })),
        });
        repository.Draft.Tiers[1].Tags.Select(tag => tag.Value).Should().Equal("web");
        repository.Draft.Tiers[2].Pools.Select(pool => pool.Value).Should().Equal("slow");
        repository.Draft.Tiers.Should().OnlyContain(tier => tier.VmIds.IsEmpty);
        repository.ShouldReadBack("no guest is in two tiers");
    }

    [Fact]
    public void Jobs_that_could_not_be_read_put_guests_into_the_strictest_tier_and_say_so()
    {
        var inventory = Nameless();
        using var repository = new DraftedRepository(inventory with { Jobs = new Listing<JobState>([], NotAllowed) });
        Members(repository, 1).Should().Contain([100, 101, 110, 200]);
        repository.Draft.Tiers.Select(tier => tier.Level).Should().Equal(0, 1);
        repository.Text.Should().Contain("# unreadable: some backup jobs: could not read /cluster/backup (403 Permission check failed): needs Sys.Audit on /\n");
        repository.ShouldReadBack("unreadable is not absent");
    }

    [Fact]
    public void A_template_nobody_could_see_to_be_one_is_not_exempt()
    {
        var inventory = DraftedRepository.Sample("compliant");
        using var repository = new DraftedRepository(inventory with
        {
            Guests = Rows(inventory.Guests.Rows.Select(guest => guest with { IsTemplate = Observation.Unreadable<bool>(NotAllowed) })),
        });
        repository.Draft.Exempt.Should().BeEmpty();
        repository.Draft.LeftOut.Should().ContainSingle(left => left.Contains("qemu/9000", StringComparison.Ordinal)).Which.Should().Contain("unreadable");
    }

    [Fact]
    public void An_empty_estate_gives_the_tier_of_the_hosts()
    {
        var inventory = DraftedRepository.Sample("compliant");
        using var repository = new DraftedRepository(inventory with
        {
            Guests = new Listing<GuestState>([], null),
            Jobs = new Listing<JobState>([], null),
            Pools = new Listing<string>([], null),
            Storages = new Listing<StorageState>([], null),
        });
        repository.Policy.Tiers.Should().ContainSingle().Which.Hosts.Should().NotBeEmpty();
        repository.ShouldReadBack("empty");
    }

    [Fact]
    public void More_than_the_runbook_demands_is_kept_as_a_demand_and_less_is_not()
    {
        var inventory = DraftedRepository.Sample("compliant");
        using var repository = new DraftedRepository(inventory with
        {
            Jobs = new Listing<JobState>(
                [.. inventory.Jobs.Rows.Select(job => job.Id == "backup-tier2" ? job with { Schedule = "03:00", PruneBackups = "keep-daily=14,keep-weekly=1" } : job)], null),
        });
        var tier = repository.Draft.Tiers[2];
        (tier.Schedule, tier.Keep.Daily, tier.Keep.Weekly).Should().Be((Cadence.Daily, 14, 2));
        tier.ScheduleNote.Should().StartWith("guessed: ");
        tier.KeepNotes.Should().ContainSingle().Which.Should().Contain("less than the runbook demands").And.Contain("more than the runbook demands");
    }

    [Fact]
    public void A_job_that_writes_to_Proxmox_Backup_Server_makes_it_the_transition_and_the_local_copy_stays_demanded()
    {
        var inventory = Nameless();
        var local = inventory.Storages.Rows.Single(storage => storage.Id == "local-backup");
        using var repository = new DraftedRepository(inventory with
        {
            Storages = new Listing<StorageState>([local with { Id = "vault", Type = "pbs", Path = null, Server = "192.0.2.9", Datastore = "main" }], null),
            Jobs = new Listing<JobState>([.. inventory.Jobs.Rows.Select(job => job with { Storage = "vault" })], null),
        });
        (repository.Draft.Phase.Value, repository.Draft.Pbs.Value, repository.Draft.Target.Value).Should().Be(("transition", "vault", "vault"));
        repository.Draft.Target.Note.Should().StartWith("guessed: enabled jobs save 3 guests to it");
        repository.Policy.Copies!.Local!.Value.Value.Should().Be("required");
        repository.ShouldReadBack("a disk is demanded of no server");
    }

    [Fact]
    public void Hidden_storages_are_not_said_to_be_absent()
    {
        using var repository = new DraftedRepository(Nameless() with { Storages = new Listing<StorageState>([], NotAllowed) });
        repository.Draft.Pbs.Note.Should().StartWith("unreadable: ");
        repository.Draft.Target.Note.Should().StartWith("unreadable: ");
        repository.Draft.Phase.Note.Should().StartWith("unreadable: ");
        repository.Draft.Storages.Should().ContainSingle().Which.IsOnDisk.Should().BeTrue("what nobody could see is held to all the runbook demands");
        repository.ShouldReadBack("unreadable is not absent");
    }

    /// <summary>The compliant sample without names that speak: two guests saved daily, one weekly, the others never.</summary>
    internal static Inventory Nameless()
    {
        var inventory = DraftedRepository.Sample("compliant");
        var job = inventory.Jobs.Rows[0] with { Comment = null, All = false, Pool = null, Node = null, IsEnabled = true };
        return inventory with
        {
            Guests = Rows(inventory.Guests.Rows.Where(guest => guest.VmId is not (900 or 901)).Select(guest => guest with { Tags = [], Pool = Observation.Known<string?>(null) })),
            Pools = new Listing<string>([], null),
            Jobs = new Listing<JobState>(
                [job with { Id = "nightly", Schedule = "02:30", VmIds = [100, 101] }, job with { Id = "sundays", Schedule = "sun 04:00", VmIds = [200] }], null),
        };
    }

    private static Listing<GuestState> Rows(IEnumerable<GuestState> guests) => new([.. guests], null);

    private static ImmutableArray<int> Members(DraftedRepository repository, int level)
        => [.. repository.Policy.Tiers.Single(tier => tier.Level.Value == level).Guests!.VmIds.Select(id => id.Value)];
}
