using System.Globalization;
using Compliance.Core.Facts.Notifications;

namespace Compliance.Core.Tests.Facts.Notifications;

/// <summary>The cases of proxmox-time's own tests, and what follows from its grammar.</summary>
public sealed class DailyDurationTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" 8-12")]
    [InlineData("8:60-12")]
    [InlineData("8-25")]
    [InlineData("12-8")]
    [InlineData("0-24")]
    [InlineData("8-12 ")]
    [InlineData("mon, tue 8-12")]
    [InlineData("someday 8-12")]
    [InlineData("22:00-06:00")]
    public void Refuses_what_Proxmox_refuses(string text) => DailyDuration.Parse(text).Should().BeNull();

    [Theory]
    [InlineData("8-12")]
    [InlineData("8:0-12:0")]
    [InlineData("8:05 - 12:20")]
    [InlineData("mon 8-12")]
    [InlineData("sat,tue..thu,fri 8-12")]
    [InlineData("MONDAY8-12")]
    public void Takes_what_Proxmox_takes(string text) => DailyDuration.Parse(text).Should().NotBeNull();

    // 1970-01-01 was a Thursday.
    [Theory]
    [InlineData("1970-01-01 08:00", false)]
    [InlineData("1970-01-01 08:05", true)]
    [InlineData("1970-01-02 08:05", true)]
    [InlineData("1970-01-03 08:05", false)]
    [InlineData("1970-01-01 11:59:59", true)]
    [InlineData("1970-01-01 12:00", false)]
    public void Start_is_within_and_end_is_not(string moment, bool isWithin)
        => DailyDuration.Parse("thu..fri 8:05-12")!.Contains(DateTime.Parse(moment, CultureInfo.InvariantCulture)).Should().Be(isWithin);

    [Fact]
    public void Window_of_no_length_never_is() => DailyDuration.Parse("8-8")!.IsEmpty.Should().BeTrue();

    [Fact]
    public void Weekdays_wrap_around_the_end_of_the_week()
        => DailyDuration.Parse("sat..mon 0-12")!.Contains(new DateTime(1970, 1, 4, 1, 0, 0, DateTimeKind.Unspecified)).Should().BeTrue();
}
