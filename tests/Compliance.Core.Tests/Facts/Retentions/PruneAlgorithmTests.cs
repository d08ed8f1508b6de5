using Compliance.Core.Facts.Retentions;
using CsCheck;

namespace Compliance.Core.Tests.Facts.Retentions;

public sealed class PruneAlgorithmTests
{
    private static readonly DateTimeOffset Newest = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    private static readonly Gen<KeepOptions> Options = Gen.Int[0, 4].Array[6].Select(n =>
        new KeepOptions { Last = n[0], Hourly = n[1], Daily = n[2], Weekly = n[3], Monthly = n[4], Yearly = n[5] });

    [Fact]
    public void Options_add_up()
        => Kept(100, "keep-daily=7,keep-weekly=4,keep-monthly=3").Should().Equal(0, 1, 2, 3, 4, 5, 6, 8, 15, 22, 29, 54, 84);

    [Fact]
    public void Periods_without_a_backup_do_not_count()
        => Mark([0, 7, 14, 21, 28, 35, 42, 49], "keep-daily=5,keep-weekly=2").Count(m => m is PruneMark.Keep).Should().Be(7);

    [Fact]
    public void Protected_backup_takes_no_place()
    {
        PruneCandidate[] backups = [new(Newest, IsProtected: true), new(Newest.AddDays(-1)), new(Newest.AddDays(-2))];
        PruneAlgorithm.Mark(backups, KeepOptions.Parse("keep-last=1").Options!, TimeZoneInfo.Utc)
            .Should().Equal(PruneMark.Protected, PruneMark.Keep, PruneMark.Remove);
    }

    [Fact]
    public void Local_day_decides()
    {
        PruneCandidate[] backups = [new(Newest.AddHours(-1)), new(Newest.AddHours(-3))];
        var keep = KeepOptions.Parse("keep-daily=2").Options!;
        PruneAlgorithm.Mark(backups, keep, TimeZoneInfo.Utc).Should().Equal(PruneMark.Keep, PruneMark.Keep);
        PruneAlgorithm.Mark(backups, keep, TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna")).Should().Equal(PruneMark.Keep, PruneMark.Remove);
    }

    [Fact]
    public void Order_of_the_listing_does_not_matter()
        => Gen.Select(Gen.Int[0, 4000].HashSet[1, 30], Options, Gen.Int[0, 1000]).Sample((hours, keep, seed) =>
        {
            var backups = hours.Select(h => new PruneCandidate(Newest.AddHours(-h), h % 7 == 0)).ToArray();
            var shuffled = backups.ToArray();
            new Random(seed).Shuffle(shuffled);
            var marks = PruneAlgorithm.Mark(backups, keep, TimeZoneInfo.Utc);
            var other = PruneAlgorithm.Mark(shuffled, keep, TimeZoneInfo.Utc);
            backups.Zip(marks).Should().BeEquivalentTo(shuffled.Zip(other));
        });

    [Fact]
    public void Pruning_twice_removes_nothing_more_and_the_newest_stays()
        => Gen.Select(Gen.Int[0, 4000].HashSet[1, 40], Options).Sample((hours, keep) =>
        {
            var backups = hours.Select(h => new PruneCandidate(Newest.AddHours(-h))).ToArray();
            var marks = PruneAlgorithm.Mark(backups, keep, TimeZoneInfo.Utc);
            var left = backups.Zip(marks).Where(p => p.Second is PruneMark.Keep).Select(p => p.First).ToArray();
            left.Should().Contain(backups.MaxBy(b => b.Time));
            left.Length.Should().BeLessThanOrEqualTo(keep.IsKeepAll ? backups.Length : (int)keep.Total);
        });

    private static IEnumerable<int> Kept(int days, string keep)
    {
        var ages = Enumerable.Range(0, days).ToArray();
        return ages.Zip(Mark(ages, keep)).Where(p => p.Second is PruneMark.Keep).Select(p => p.First);
    }

    private static PruneMark[] Mark(int[] agesInDays, string keep)
        => [.. PruneAlgorithm.Mark(
            agesInDays.Select(d => new PruneCandidate(Newest.AddDays(-d))).ToArray(), KeepOptions.Parse(keep).Options!, TimeZoneInfo.Utc)];
}
