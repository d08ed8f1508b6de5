using Compliance.Core.Model;

namespace Compliance.Cli.Tests.Drafts;

/// <summary>Names come from Proxmox and from people: none may become anything but itself in the YAML of a draft.</summary>
public sealed class HostileNameTests
{
    public static TheoryData<string> Hostile =>
    [
        "yes", "No", "on", "y", "null", "~", "true", "0123", "1e5", "0x1F", "1_000", "12:30", "2026-01-01", ".5", "-", "---", "...", "=", "<<", "- item", "? key",
        "a: b", "a #b", "#", "\"", "'", "\\", "it's \"quoted\"", "{{ x }}", "{a: b}", "[a]", "*anchor", "&anchor", "!tag", "%dir", "@at", "`tick`", "|", ">", " ", "",
        "a\nb: c", "a\r\nretention: none", "\t", "\u0007\u001b[31m", "\u0085", "\u2028x: y", "\u2029", "\u202Etxt", "\uFEFF", "\uFFFE", "\u0000", "naïve ☃ 🎉", "\U000E0001",
        "x\ntiers: []", "</script>", "$(id)",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Name_stays_what_it_is_wherever_it_stands(string name)
    {
        var inventory = GuessTests.Nameless();
        var job = inventory.Jobs.Rows[0];
        using var repository = new DraftedRepository(inventory with
        {
            Name = name,
            Guests = new Listing<GuestState>(
                [.. inventory.Guests.Rows.Select(guest => guest with { Name = name, Tags = guest.VmId == 100 ? [name] : [], Pool = Observation.Known<string?>(guest.VmId == 101 ? name : null) })], null),
            Jobs = new Listing<JobState>([job with { Id = name, Comment = name, Schedule = job.Schedule }, .. inventory.Jobs.Rows[1..]], null),
            Storages = new Listing<StorageState>([.. inventory.Storages.Rows.Select(storage => storage with { Path = name, Server = name })], null),
            Pools = new Listing<string>([name], new Gap("/pools", name)),
        });
        repository.ShouldReadBack(name);
        repository.Policy.Tiers.SelectMany(tier => tier.Guests?.VmIds ?? []).Select(id => id.Value)
            .Should().NotContain([110, 111], "nobody saves them, whatever they are called");
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Storage_and_account_stay_what_they_are(string name)
    {
        var inventory = GuessTests.Nameless();
        using var repository = new DraftedRepository(inventory with
        {
            Storages = new Listing<StorageState>([.. inventory.Storages.Rows.Select(storage => storage.Id == "local-backup" ? storage with { Id = name } : storage)], null),
            Jobs = new Listing<JobState>([.. inventory.Jobs.Rows.Select(job => job with { Storage = name })], null),
            Acl = new Listing<AclEntry>([.. inventory.Acl.Rows.Select(entry => entry with { Principal = entry.Kind == "token" ? $"{name}@pve!t" : $"{name}@pve" })], null),
            Users = new Listing<UserState>([.. inventory.Users.Rows.Select(user => user with { Id = $"{name}@pve" }).DistinctBy(user => user.Id)], null),
        });
        repository.ShouldReadBack(name);
    }
}
