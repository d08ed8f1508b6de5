using Compliance.Core.Facts;

namespace Compliance.Core.Tests.Facts;

public sealed class GlobTests
{
    [Theory]
    [InlineData("web01", "web*", true)]
    [InlineData("web01", "web??", true)]
    [InlineData("web01", "*01", true)]
    [InlineData("web01", "w*b*1", true)]
    [InlineData("web01", "*", true)]
    [InlineData("", "*", true)]
    [InlineData("", "", true)]
    [InlineData("web01", "web", false)]
    [InlineData("web01", "WEB*", false)]
    [InlineData("web01", "web?", false)]
    [InlineData("web01", "", false)]
    [InlineData("", "?", false)]
    public void Star_is_any_run_and_question_mark_one_character(string text, string pattern, bool matches)
        => Glob.IsMatch(text, pattern).Should().Be(matches);

    [Fact]
    public void Many_stars_stay_linear()
        => Glob.IsMatch(new string('a', 20_000), string.Concat(Enumerable.Repeat("*a", 50)) + "b").Should().BeFalse();
}
