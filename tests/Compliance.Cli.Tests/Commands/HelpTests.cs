namespace Compliance.Cli.Tests.Commands;

/// <summary>What completion offers is not what help lists: a hundred rule ids would push the descriptions off any screen.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("check")]
    [InlineData("ready")]
    [InlineData("explain")]
    [InlineData("test")]
    [InlineData("lint")]
    public async Task Names_what_to_give_instead_of_listing_it(string command)
    {
        var run = await CommandRun.OfAsync($"{command} --help");
        run.ExitCode.Should().Be(0);
        run.Output.Should().NotContain("BKP101|");
        run.Output.Split('\n').Where(line => line.TrimStart().StartsWith('-') || line.TrimStart().StartsWith('<'))
            .Select(line => line.TrimStart().Split("  ")[0].Length)
            .Should().OnlyContain(width => width <= 60, "descriptions stand beside what they describe");
    }
}
