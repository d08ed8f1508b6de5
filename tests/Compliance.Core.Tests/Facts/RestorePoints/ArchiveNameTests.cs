using Compliance.Core.Facts.RestorePoints;
using CsCheck;

namespace Compliance.Core.Tests.Facts.RestorePoints;

public sealed class ArchiveNameTests
{
    private static readonly TimeZoneInfo Vienna = TimeZoneInfo.FindSystemTimeZoneById("Europe/Vienna");

    [Fact]
    public void Time_in_a_file_name_is_local_time_of_the_node()
        => ArchiveName.Parse("s:backup/vzdump-qemu-100-2026_11_22-21_00_02.vma.zst", Vienna).Should().BeEquivalentTo(new
        {
            Type = "qemu",
            Vmid = 100,
            IsStandard = true,
            Compression = "zst",
            Time = new DateTimeOffset(2026, 11, 22, 20, 0, 2, TimeSpan.Zero),
        });

    [Fact]
    public void Time_of_a_repeated_hour_is_the_first_one()
        => ArchiveName.Parse("vzdump-lxc-101-2026_10_25-02_30_00.tar", Vienna)!.Time
            .Should().Be(new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero));

    [Fact]
    public void Time_of_a_snapshot_is_utc()
        => ArchiveName.Parse("pbs:backup/vm/100/2026-11-22T20:00:02Z", Vienna).Should().BeEquivalentTo(new
        {
            Name = "vm/100/2026-11-22T20:00:02Z",
            IsPbs = true,
            Time = new DateTimeOffset(2026, 11, 22, 20, 0, 2, TimeSpan.Zero),
        });

    [Fact]
    public void Host_archive_is_no_backup_of_guest_2026()
        => ArchiveName.Parse("s:backup/pve-host-2026-11-23.tgz", Vienna).Should().BeEquivalentTo(new { Vmid = 2026, OwnerVmid = (long?)null, IsStandard = false });

    [Theory]
    [InlineData("vzdump-qemu-100-2026_11_22-21_00_02.vma.dat")]
    [InlineData("vzdump-qemu-100-2026_11_22-21_00_02.log")]
    [InlineData("pbs:backup/vm/100/2026-13-22T20:00:02Z")]
    [InlineData("")]
    public void File_that_is_not_listed_is_null(string name) => ArchiveName.Parse(name, Vienna).Should().BeNull();

    [Fact]
    public void Any_name_is_read_without_an_exception()
        => Gen.Select(Gen.String, Gen.Char["0123456789_-"].Array[0, 24].Select(c => new string(c))).Sample((text, digits) =>
        {
            ArchiveName.Parse(text, Vienna);
            ArchiveName.Parse($"vzdump-qemu-{digits}.vma.zst", Vienna);
            ArchiveName.Parse($"s:backup/vm/{digits}/{digits}Z", Vienna);
        });
}
