namespace Compliance.Cel.Tests.Language;

/// <summary>What a program may mend unasked.</summary>
public class SlipTests
{
    [Theory]
    [InlineData("keep-dialy", "keep-daily")]
    [InlineData("keep-dally", "keep-daily")]
    [InlineData("keep_weekly", "keep-weekly")]
    [InlineData("keepMonthly", "keep-monthly")]
    [InlineData("KEEP-DAILY", "keep-daily")]
    [InlineData("mod", null)] // three letters
    [InlineData("moed", "mode")]
    [InlineData("node", null)] // another first letter
    [InlineData("eep-daily", null)]
    [InlineData("keep-yearly", null)] // three edits from keep-weekly
    [InlineData("keep-hourly", null)]
    [InlineData("documentOncePerTierIn", "document-once-per-tier-in")]
    [InlineData("documentIm", "document-in")]
    [InlineData("", null)]
    public void One_candidate_within_an_edit_for_four_letters_is_a_slip(string word, string? meant)
        => Slip.Of(word, ["keep-daily", "keep-weekly", "keep-monthly", "mode", "document-in", "document-once-per-tier-in"]).Should().Be(meant);

    [Fact]
    public void Two_candidates_at_one_distance_are_a_choice()
    {
        Slip.Of("tast", ["test", "task", "longer"]).Should().BeNull();
        Slip.Of("tests", ["test", "tests2", "tests"]).Should().Be("tests", "nothing is nearer than itself");
        Slip.Of("Name", ["NAME", "name"]).Should().BeNull();
        Slip.Of("nmae", ["name", "name"]).Should().Be("name", "one word said twice is one");
    }

    [Fact]
    public void Nobody_waits_for_a_long_word() => Slip.Of(new string('a', 100_000), [new string('a', 100_001)]).Should().BeNull();
}
