using Compliance.Core.Model;

namespace Compliance.Core.Tests.Model;

/// <summary>When a waiver holds, and of what it speaks.</summary>
public sealed class WaiverTests
{
    [Theory]
    [InlineData("2026-11-22T23:59:59Z", true, false)]
    [InlineData("2026-11-23T00:00:00Z", false, false)]
    [InlineData("2027-01-31T00:00:00Z", false, false)]
    [InlineData("2027-01-31T23:59:59.9999999Z", false, false)]
    [InlineData("2027-02-01T00:00:00Z", false, true)]
    [InlineData("2027-02-01T00:30:00+01:00", false, false)]
    [InlineData("2027-01-31T23:30:00-01:00", false, true)]
    public void It_holds_from_the_first_second_of_its_first_day_to_the_last_of_its_last_one_in_utc(string moment, bool isYetToCome, bool isExpired)
    {
        var asOf = DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
        var waiver = Waiver("qemu/101");

        waiver.IsYetToCome(asOf).Should().Be(isYetToCome);
        waiver.IsExpired(asOf).Should().Be(isExpired);
    }

    [Theory]
    [InlineData("2027-01-31T23:59:59Z", 0)]
    [InlineData("2027-01-30T00:00:00Z", 1)]
    [InlineData("2027-02-01T00:00:00Z", -1)]
    public void Its_days_are_those_of_the_calendar(string moment, int days)
        => Waiver("qemu/101").DaysLeft(DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(days);

    [Theory]
    [InlineData("qemu/101", "qemu/101", true)]
    [InlineData("qemu/101", "qemu/1010", false)]
    [InlineData("qemu/101", "qemu/101/scsi1", false)]
    [InlineData("qemu/101/*", "qemu/101/scsi1", true)]
    [InlineData("qemu/101/*", "qemu/101", false)]
    [InlineData("qemu/10?", "qemu/101", true)]
    [InlineData("QEMU/101", "qemu/101", false)]
    public void It_speaks_of_the_subjects_it_names_and_no_others(string pattern, string subject, bool isMatch)
    {
        Waiver(pattern).Matches("BKP104", subject).Should().Be(isMatch);
        Waiver(pattern).Matches("BKP105", subject).Should().BeFalse("that is another rule");
    }

    private static Waiver Waiver(string subject)
    {
        var place = new Place("waivers.yaml", 1, 1, 1, 2);
        return new Waiver
        {
            Rule = new Placed<string>("BKP104", place),
            Subjects = [new Placed<string>("job/none", place), new Placed<string>(subject, place)],
            Owner = new Placed<string>("maria", place),
            Reason = new Placed<string>("none", place),
            Made = new Placed<DateOnly>(new DateOnly(2026, 11, 23), place),
            Expires = new Placed<DateOnly>(new DateOnly(2027, 1, 31), place),
            Place = place,
        };
    }
}
