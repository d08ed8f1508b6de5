using Compliance.Core.Facts.HostArchives;
using Compliance.Core.Facts.Retentions;
using Compliance.HostArchives.Writing;
using CsCheck;

namespace Compliance.HostArchives.Tests.Writing;

/// <summary>What stays is what Proxmox would keep, and always the new one; nothing else is ever touched.</summary>
public sealed class RetentionTests
{
    private static readonly KeepOptions Tier0 = new() { Daily = 7, Weekly = 4, Monthly = 3 };

    [Fact]
    public void A_year_of_daily_runs_leaves_the_table_of_tier_0()
    {
        var kept = new List<HostArchiveName>();
        for (var day = 0; day < 365; day++)
        {
            var written = At(new DateTimeOffset(2026, 1, 1, 2, 30, 0, TimeSpan.Zero).AddDays(day));
            var rows = HostRetention.Plan(kept, written, Tier0, TimeZoneInfo.Utc);
            kept = [.. rows.Where(row => row.IsKept).Select(row => row.Archive)];
        }

        var last = HostRetention.Plan(kept, kept[0], Tier0, TimeZoneInfo.Utc).DistinctBy(row => row.Archive).ToList();
        last.CountBy(row => row.Reason).Should().BeEquivalentTo(
            [KeyValuePair.Create("keep-daily", 7), KeyValuePair.Create("keep-weekly", 4), KeyValuePair.Create("keep-monthly", 3)]);
    }

    [Fact]
    public void Days_are_those_of_the_nodes_zone()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("plus five", TimeSpan.FromHours(5), "plus five", "plus five");
        var evening = At(new DateTimeOffset(2026, 11, 22, 18, 0, 0, TimeSpan.Zero));
        var night = At(new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero));
        Kept([evening], night, new() { Daily = 2 }, TimeZoneInfo.Utc).Should().Equal(night);
        Kept([evening], night, new() { Daily = 2 }, zone).Should().Equal(night, evening);
    }

    [Fact]
    public void Without_a_retention_everything_stays()
        => HostRetention.Plan([At(Day(1)), At(Day(2))], At(Day(3)), KeepOptions.All, TimeZoneInfo.Utc).Should().OnlyContain(row => row.IsKept && row.Reason == "keep-all");

    [Fact]
    public void After_the_clock_went_back_the_later_ones_stay_and_the_new_one_too()
        => HostRetention.Plan([At(Day(8)), At(Day(9)), At(Day(1)), At(Day(2))], At(Day(3)), new() { Daily = 2 }, TimeZoneInfo.Utc)
            .Select(row => (row.Archive.TakenAt.Day, row.IsKept, row.Reason)).Should().Equal(
                (9, true, "dated later than the new one"), (8, true, "dated later than the new one"), (3, true, "keep-daily"), (2, true, "keep-daily"), (1, false, ""));

    [Fact]
    public void Marks_are_those_of_Proxmox_and_the_new_one_is_always_kept()
        => Gen.Select(Gen.Int[0, 500_000].Array[0, 60], Gen.Int[0, 500_000], Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[0, 4]).Sample((minutes, now, daily, weekly, monthly) =>
        {
            var keep = new KeepOptions { Daily = daily, Weekly = weekly, Monthly = monthly };
            var written = At(Day(1).AddMinutes(now));
            var older = minutes.Where(minute => minute != now).Distinct().Select(minute => At(Day(1).AddMinutes(minute))).ToList();
            var rows = HostRetention.Plan(older, written, keep, TimeZoneInfo.Utc);

            rows.Select(row => row.Archive).Should().BeEquivalentTo(older.Append(written));
            rows.Single(row => row.Archive == written).IsKept.Should().BeTrue();
            rows.Should().NotContain(row => row.Archive.TakenAt > written.TakenAt && !row.IsKept);
            var counted = rows.Where(row => row.Archive.TakenAt <= written.TakenAt).ToList();
            var marks = PruneAlgorithm.Mark([.. counted.Select(row => new PruneCandidate(row.Archive.TakenAt))], keep, TimeZoneInfo.Utc);
            counted.Select(row => row.IsKept).Should().Equal(marks.Select(mark => mark == PruneMark.Keep));
        });

    [Fact]
    public void Files_go_as_planned_and_only_this_nodes_own()
    {
        using var host = new FakeHost();
        Directory.CreateDirectory(host.To);
        string[] foreign =
        [
            "pve-host-pve2-20261101T000000Z.tar.zst", "pve-host-pve1-20261101.tar.zst", "pve-host-pve1-20261101T000000Z.tar.zst.bak",
            "vzdump-qemu-101-2026_11_01-00_00_00.vma.zst", "old.tar.zst", "pve-host-pve1-x-20261101T000000Z.tar.zst",
        ];
        foreach (var name in foreign)
        {
            File.WriteAllText(Path.Combine(host.To, name), "of somebody else");
        }

        Directory.CreateDirectory(Path.Combine(host.To, "pve-host-pve1-20261102T000000Z.tar.zst"));
        File.CreateSymbolicLink(Path.Combine(host.To, "pve-host-pve1-20261103T000000Z.tar.zst"), "old.tar.zst");
        foreign = [.. foreign, "pve-host-pve1-20261102T000000Z.tar.zst", "pve-host-pve1-20261103T000000Z.tar.zst"];

        var options = host.Options() with { Keep = new() { Daily = 2 } };
        host.Run(options);
        host.Now = host.Now.AddDays(1);
        host.Run(options);
        host.Now = host.Now.AddDays(1);
        var result = host.Run(options);

        host.Archives().Should().BeEquivalentTo([.. foreign, "pve-host-pve1-20261124T201500Z.tar.zst", "pve-host-pve1-20261125T201500Z.tar.zst"]);
        result.Retention.Where(row => !row.IsKept).Select(row => row.Archive.ToString()).Should().Equal("pve-host-pve1-20261123T201500Z.tar.zst");
        result.NotDeleted.Should().BeEmpty();
    }

    [Fact]
    public void An_empty_file_is_no_backup_and_stands_for_none()
    {
        using var host = new FakeHost();
        var options = host.Options() with { Keep = new() { Daily = 2 } };
        host.Run(options);
        File.WriteAllText(Path.Combine(host.To, "pve-host-pve1-20261124T000000Z.tar.zst"), "");
        host.Now = host.Now.AddDays(2);
        var result = host.Run(options);

        host.Archives().Should().HaveCount(3);
        result.Warnings.Should().Contain(warning => warning.StartsWith("pve-host-pve1-20261124T000000Z.tar.zst is empty", StringComparison.Ordinal));
    }

    [Fact]
    public void A_clock_that_went_back_is_said()
    {
        using var host = new FakeHost();
        host.Run();
        host.Now = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var result = host.Run(host.Options() with { Keep = new() { Daily = 1 } });
        host.Archives().Should().HaveCount(2);
        result.Warnings.Should().Contain(warning => warning.Contains("Is the clock right", StringComparison.Ordinal));
    }

    [Fact]
    public void After_any_runs_there_is_a_good_archive_of_the_last_one_that_succeeded()
        => Gen.Select(Gen.Int[-40, 40], Gen.Bool, Gen.Int[0, 2], Gen.Int[0, 1]).Array[1, 8].Sample(
            runs =>
            {
                using var host = new FakeHost();
                string? last = null;
                foreach (var (days, isDamaged, daily, weekly) in runs)
                {
                    host.Now = host.Now.AddDays(days);
                    var edges = new HostBackupEdges { Written = file => File.AppendAllText(file, isDamaged ? "x" : "") };
                    var options = host.Options() with { Keep = new() { Daily = daily, Weekly = weekly } };
                    try
                    {
                        last = host.Run(options, edges).File;
                    }
                    catch (HostBackupException)
                    {
                        isDamaged.Should().BeTrue();
                    }

                    if (last is not null)
                    {
                        ReadArchive.Of(last).Should().ContainKey("etc/pve/storage.cfg");
                    }
                }
            },
            iter: 40,
            threads: 1);

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static HostArchiveName At(DateTimeOffset time) => new("pve1", time);

    private static IEnumerable<HostArchiveName> Kept(IEnumerable<HostArchiveName> older, HostArchiveName written, KeepOptions keep, TimeZoneInfo zone)
        => HostRetention.Plan(older, written, keep, zone).Where(row => row.IsKept).Select(row => row.Archive);
}
