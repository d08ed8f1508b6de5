using System.Collections.Immutable;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Proxmox.Tests;

public class Inventory_files_with_host_archives
{
    private static readonly DateTimeOffset Taken = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private static readonly HostArchive Good = new()
    {
        Name = "pve-host-pve1-20261123T020000Z.tar.zst",
        Node = Observation.Known<string?>("pve1"),
        TakenAt = Taken,
        TakenFrom = HostArchiveTime.Name,
        ModifiedAt = Taken.AddSeconds(3),
        Size = 40960,
        State = HostArchiveState.Good,
        HasChecksum = true,
        Files = [new HostArchiveFile("/etc/pve/priv/shadow.cfg"), new HostArchiveFile("/etc/pve/storage.cfg", new string('a', 40))],
    };

    private static readonly ImmutableArray<HostArchivePlace> Places =
    [
        new("/mnt/<b>\"x\"", Observation.Known<ImmutableArray<HostArchive>>(
        [
            Good,
            Good with { Node = Observation.Known<string?>(null), TakenFrom = HostArchiveTime.File, State = HostArchiveState.Damaged, Reason = "it is cut off", HasChecksum = null, Files = [] },
            Good with { Node = Observation.Unreadable<string?>(new Gap("x.tar", "not opened")), State = HostArchiveState.NotOpened, Reason = "another is newer", Files = [] },
            Good with { State = HostArchiveState.Unreadable, Reason = "no permission", Files = [] },
        ]), 3),
        new("https://pbs:8007 store1", Observation.Unreadable<ImmutableArray<HostArchive>>(new Gap("https://pbs:8007 store1", "not read")), 0),
    ];

    [Fact]
    public async Task They_are_read_as_they_were_written_and_fit_the_schema()
    {
        var inventory = await Rig.CollectAsync(Rig.Sample("compliant"), "audit") with { HostArchives = Places };

        var file = InventoryFile.Format(inventory);
        var read = InventoryFile.Parse(file, "inventory.json");

        InventoryFile.Format(read).Should().Equal(file);
        read.HostArchives!.Value.Should().BeEquivalentTo(Places);
        (await InventorySchema.ValidateAsync(file)).Should().BeEmpty();
        Encoding.UTF8.GetString(file).Should().Contain("\"state\": \"not-opened\"");
    }

    [Fact]
    public async Task What_nobody_looked_for_is_not_in_the_file()
    {
        var file = Encoding.UTF8.GetString(InventoryFile.Format(await Rig.CollectAsync(Rig.Sample("compliant"), "audit")));

        file.Should().NotContain("hostArchives");
        InventoryFile.Parse(Encoding.UTF8.GetBytes(file), "inventory.json").HostArchives.Should().BeNull();
    }

    [Theory]
    [InlineData("\"state\": \"good\"", "\"state\": \"fine\"")]
    [InlineData("\"state\": \"good\"", "\"state\": 0")]
    [InlineData("\"takenFrom\": \"name\"", "\"takenFrom\": 1")]
    [InlineData("\"archives\": {", "\"archive\": {")]
    public async Task What_is_none_is_refused(string text, string other)
    {
        var inventory = await Rig.CollectAsync(Rig.Sample("compliant"), "audit") with { HostArchives = Places };
        var file = Encoding.UTF8.GetString(InventoryFile.Format(inventory)).Replace(text, other, StringComparison.Ordinal);

        var parse = () => InventoryFile.Parse(Encoding.UTF8.GetBytes(file), "inventory.json");

        parse.Should().Throw<InventoryException>();
    }
}
