using Compliance.Core.Rules;

namespace Compliance.Core.Tests.Rules;

/// <summary>Values as people and shells read them.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData("backup-tier1", "backup-tier1")]
    [InlineData("fc3c82d7:1", "fc3c82d7:1")]
    [InlineData("keep-daily=7,keep-weekly=4", "keep-daily=7,keep-weekly=4")]
    [InlineData("sun 04:00", "'sun 04:00'")]
    [InlineData("a; rm -rf /", "'a; rm -rf /'")]
    [InlineData("$(reboot)", "'$(reboot)'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("a\nb", "'a\nb'")]
    [InlineData("*", "'*'")]
    [InlineData("", "''")]
    public void Value_stays_one_word_of_a_command(string value, string quoted)
        => ShellText.Quote(value).Should().Be(quoted);

    [Theory]
    [InlineData("00:00:00.5", "0.5s")]
    [InlineData("00:00:59", "59s")]
    [InlineData("00:05:30", "5m 30s")]
    [InlineData("09:21:44", "9h 21m")]
    [InlineData("1.06:00:00", "30h")]
    [InlineData("1.23:59:59", "47h 59m")]
    [InlineData("2.00:00:00", "2d")]
    [InlineData("29.03:20:00", "29d 3h")]
    [InlineData("-00:10:00", "-10m")]
    public void Duration_has_two_units_at_most(string duration, string text)
        => HumanText.Of(TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(text);
}
