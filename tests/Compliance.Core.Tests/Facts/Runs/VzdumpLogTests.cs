using Compliance.Core.Facts.Runs;
using CsCheck;

namespace Compliance.Core.Tests.Facts.Runs;

/// <summary>What the vectors do not have.</summary>
public sealed class VzdumpLogTests
{
    private static readonly string[] Pieces =
    [
        "INFO: ", "ERROR: ", "WARN: ", "Starting Backup of VM ", "Finished Backup of VM ", "Backup of VM ", " failed - ", "100", "99999999999", " (qemu)",
        " (00:00:01)", " (9999999:99:99)", "backup mode: ", "archive file size: ", "9.99TB", "999999999999999.999999TB", "pruned ", " backup(s)", "TASK ", "WARNINGS: 1",
        "starting new backup job: vzdump ", "'", "\\", "--", "skip external VMs: 1, x,", "\n", "\0", "é", "",
    ];

    [Fact]
    public void No_text_makes_a_reader_throw()
        => Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 12].Select(string.Concat).Array[0, 8].Sample(lines =>
        {
            var log = VzdumpLog.Parse(lines);
            lines.ToList().ForEach(line => _ = (Upid.Parse(line), RunStatus.ClassOf(line), VzdumpCommand.Parse(line)));
            return log.Guests.All(g => g.Outcome is not GuestOutcome.Failed || g.Error is not null);
        });

    [Fact]
    public void Guest_that_was_cut_off_is_no_success()
    {
        var log = VzdumpLog.Parse(["INFO: Starting Backup of VM 100 (qemu)", "INFO: backup mode: snapshot", "INFO: Starting Backup of VM 101 (lxc)"]);
        log.Status.Should().Be("unexpected status");
        log.Guests.Select(g => (g.VmId, g.Outcome)).Should().Equal((100, GuestOutcome.Unfinished), (101, GuestOutcome.Unfinished));
    }

    [Fact]
    public void Output_of_a_tool_cannot_finish_another_guest()
        => VzdumpLog.Parse(["INFO: Starting Backup of VM 100 (qemu)", "INFO: Finished Backup of VM 101 (00:00:01)"])
            .Guests.Should().ContainSingle().Which.Outcome.Should().Be(GuestOutcome.Unfinished);

    [Fact]
    public void Freeze_that_failed_is_none()
        => VzdumpLog.Parse(
            [
                "INFO: Starting Backup of VM 100 (qemu)", "INFO: issuing guest-agent 'fs-freeze' command",
                "ERROR: VM 100 qmp command 'guest-fsfreeze-freeze' failed - got timeout", "INFO: Finished Backup of VM 100 (100:00:07)", "TASK OK",
            ]).Guests.Single().Should().BeEquivalentTo(new { IsFrozen = (bool?)false, Outcome = GuestOutcome.Finished, Duration = new TimeSpan(100, 0, 7) });

    [Theory]
    [InlineData("0KB", 0L)]
    [InlineData("512MB", 536870912L)]
    [InlineData("1.20GB", 1288490188L)]
    [InlineData("2.50TB", 2748779069440L)]
    [InlineData("much", null)]
    public void Size_is_as_exact_as_the_log(string text, long? bytes)
        => VzdumpLog.Parse(["INFO: Starting Backup of VM 100 (qemu)", $"INFO: archive file size: {text}"]).Guests.Single().Size.Should().Be(bytes);

    [Fact]
    public void Command_tells_guests_and_options_in_any_order()
    {
        var command = VzdumpLog.Parse([@"INFO: starting new backup job: vzdump 100 101 --quiet 1 --notes-template '{{guestname}} it'\''s' --storage local-backup"]).Command!;
        command.VmIds.Should().Equal("100", "101");
        command.Options.Should().BeEquivalentTo(new Dictionary<string, string> { ["quiet"] = "1", ["notes-template"] = "{{guestname}} it's", ["storage"] = "local-backup" });
    }
}
