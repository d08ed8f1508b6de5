using Compliance.Core.Facts.Retentions;

namespace Compliance.Core.Tests.Facts.Retentions;

public sealed class PbsPruneTests
{
    private static readonly DateTimeOffset Newest = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Newest_unfinished_snapshot_is_spared_and_takes_no_place()
        => Mark((true, 0), (false, 1), (true, 2), (false, 3))
            .Should().Equal(PruneMark.KeepPartial, PruneMark.Keep, PruneMark.Remove, PruneMark.Remove);

    [Fact]
    public void Unfinished_snapshot_below_a_finished_one_is_removed()
        => Mark((false, 0), (true, 1)).Should().Equal(PruneMark.Keep, PruneMark.Remove);

    private static IEnumerable<PruneMark> Mark(params (bool IsUnfinished, int Days)[] snapshots)
        => PbsPrune.Mark(
            [.. snapshots.Select(s => new PbsSnapshot(Newest.AddDays(-s.Days), false, s.IsUnfinished))],
            KeepOptions.Parse("keep-last=1").Options!,
            TimeZoneInfo.Utc);
}
