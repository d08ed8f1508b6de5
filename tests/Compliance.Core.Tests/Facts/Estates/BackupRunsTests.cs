using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Tests.Facts.Estates;

/// <summary>"No failed run" is claimed only as far as the history of tasks reaches.</summary>
public sealed class BackupRunsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Fresh_node_has_a_complete_history()
        => Failed(RunScene.Node([], new TaskHistory(0, 0, null))).Value.Should().BeEmpty();

    [Fact]
    public void Young_node_with_a_small_index_lost_nothing()
        => Failed(RunScene.Node([RunScene.Run(Now.AddDays(-1), "OK")], new TaskHistory(1, BackupRuns.NeverRotated, Now.AddDays(-1)))).Value.Should().BeEmpty();

    [Fact]
    public void Rotated_history_of_five_days_proves_no_week_without_failure()
    {
        var seen = Failed(RunScene.Node([RunScene.Run(Now.AddDays(-1), "OK")], new TaskHistory(900, BackupRuns.NeverRotated + 1, Now.AddDays(-5))));
        seen.Unreadable!.Reason.Should().Be("the history reaches back to 2026-11-18 07:00 UTC only; older tasks were rotated away");
        seen.Unreadable.Needs.Should().BeNull("no privilege brings it back");
    }

    [Theory]
    [InlineData(-604801, true)]
    [InlineData(-604800, false)]
    public void Rotated_history_must_begin_before_the_week(int seconds, bool isKnown)
        => Failed(RunScene.Node([], new TaskHistory(900, 99_000, Now.AddSeconds(seconds)))).IsKnown.Should().Be(isKnown);

    [Fact]
    public void Failure_that_was_seen_is_one_however_short_the_history_is()
        => Failed(RunScene.Node([RunScene.Run(Now.AddDays(-1), "job errors")], new TaskHistory(900, 99_000, Now.AddDays(-2)))).Value.Should().ContainSingle();

    [Fact]
    public void Inventory_that_does_not_say_how_far_the_history_reaches_proves_nothing()
        => Failed(RunScene.Node([RunScene.Run(Now.AddDays(-1), "OK")], history: null)).IsKnown.Should().BeFalse();

    private static Observed<ImmutableArray<string>> Failed(NodeState node) => new NodeFacts(node, Now).FailedRuns;
}
