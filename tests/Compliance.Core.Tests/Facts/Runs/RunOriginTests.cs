using System.Collections.Immutable;
using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Runs;

/// <summary>A task does not name its job; its command may.</summary>
public sealed class RunOriginTests
{
    private static readonly JobState Job = new()
    {
        Id = "backup-tier0",
        IsLegacy = false,
        IsEnabled = true,
        VmIds = [100, 101],
        Storage = "local-backup",
        Included = Observation.Unreadable<ImmutableArray<IncludedGuest>>(new Gap("/cluster/backup", "not in the scene")),
    };

    [Theory]
    [InlineData("vzdump 100 101 --quiet 1 --storage local-backup", true)]
    [InlineData("vzdump 101 100 --storage local-backup --mode stop", true)]
    [InlineData("vzdump 100 101", true)]
    [InlineData("vzdump 100 101 --storage other", false)]
    [InlineData("vzdump 100 --storage local-backup", false)]
    [InlineData("vzdump --all 1 --storage local-backup", false)]
    [InlineData("vzdump --pool tier0 --storage local-backup", false)]
    [InlineData("vzdump 100 101 --job-id other", false)]
    [InlineData("vzdump --all 1 --job-id backup-tier0", true)]
    public void Command_is_of_the_job_that_selects_the_same(string command, bool isOf)
        => RunOrigin.IsOf(VzdumpCommand.Parse(command)!, Job).Should().Be(isOf);

    [Theory]
    [InlineData("vzdump --exclude 102,103 --quiet 1", true)]
    [InlineData("vzdump --all 1 --exclude '103 102'", true)]
    [InlineData("vzdump --all 1", false)]
    public void Exclusions_belong_to_what_is_selected(string command, bool isOf)
        => RunOrigin.IsOf(VzdumpCommand.Parse(command)!, Job with { VmIds = [], All = true, Exclude = [102, 103] }).Should().Be(isOf);

    [Theory]
    [InlineData("vzdump job 5")]
    [InlineData("")]
    [InlineData("rm 100")]
    public void What_names_no_guest_by_its_number_is_no_command(string text) => VzdumpCommand.Parse(text).Should().BeNull();
}
