using Compliance.Core.Facts.Retentions;
using CsCheck;

namespace Compliance.Core.Tests.Facts.Retentions;

public sealed class KeepOptionsTests
{
    [Theory]
    [InlineData("keep-daily=7,keep-weekly=4", "keep-daily=7,keep-weekly=4")]
    [InlineData("keep-weekly=4,keep-last=0,keep-daily=7", "keep-daily=7,keep-weekly=4")]
    [InlineData("keep-all=0,keep-last=10", "keep-last=10")]
    [InlineData("keep-all=yes", "keep-all=1")]
    [InlineData("keep-all=0", "keep-all=1")]
    [InlineData("keep-last=0,keep-daily=0", "keep-all=1")]
    [InlineData("", "keep-all=1")]
    public void Valid_property_has_one_form(string text, string printed)
        => KeepOptions.Parse(text).Options!.ToString().Should().Be(printed);

    [Theory]
    [InlineData("keepdaily=7", "unknown key 'keepdaily'")]
    [InlineData("keep-daily=7,keep-daily=7", "duplicate key 'keep-daily'")]
    [InlineData("keep-daily=seven", "'seven' is not a number of backups to keep (keep-daily)")]
    [InlineData("keep-daily=-1", "'-1' is not a number of backups to keep (keep-daily)")]
    [InlineData("keep-daily", "'keep-daily' is a value without a key")]
    [InlineData("keep-daily=", "'keep-daily=' lacks a value")]
    [InlineData("keep-all=1,keep-last=3", "keep-all cannot be set together with other options")]
    [InlineData("keep-all=maybe", "'maybe' is neither 0 nor 1 (keep-all)")]
    public void One_wrong_element_makes_the_whole_property_invalid(string text, string reason)
    {
        var result = KeepOptions.Parse(text);
        result.Options.Should().BeNull();
        result.Error.Should().Be(reason);
    }

    [Fact]
    public void Object_of_a_job_reads_like_the_property_string()
        => KeepOptions.From(new Dictionary<string, string> { ["keep-daily"] = "7", ["keep-last"] = "0" }).Options
            .Should().Be(KeepOptions.Parse("keep-daily=7").Options);

    [Fact]
    public void Printed_options_parse_to_the_same_options()
        => Gen.Int[0, 99].Array[6].Sample(n =>
        {
            var keep = new KeepOptions { Last = n[0], Hourly = n[1], Daily = n[2], Weekly = n[3], Monthly = n[4], Yearly = n[5] };
            KeepOptions.Parse(keep.ToString()).Options.Should().Be(keep);
        });
}
