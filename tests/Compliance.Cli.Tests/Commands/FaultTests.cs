namespace Compliance.Cli.Tests.Commands;

/// <summary>What people do wrong: one line that says what to do, the right exit code, no stack trace.</summary>
public sealed class FaultTests
{
    private static readonly string[] Check = ["check", "--policy", Samples.Policy];

    [Fact]
    public async Task Nothing_to_judge()
        => (await CommandRun.OfAsync(Check, token: null)).ShouldFailWith(ExitCode.BadInput, "--inventory");

    [Fact]
    public async Task Inventory_that_is_not_there()
        => (await CommandRun.OfAsync([.. Check, "--inventory", "no-such.json"], token: null)).ShouldFailWith(ExitCode.BadInput, "no-such.json");

    [Fact]
    public async Task Inventory_that_is_cut_off()
    {
        using var folder = new TemporaryFolder();
        var whole = await File.ReadAllTextAsync(Samples.Inventory("drifted"));
        var file = folder.File("cut.json", whole[..(whole.Length / 2)]);
        (await CommandRun.OfAsync([.. Check, "--inventory", file], token: null)).ShouldFailWith(ExitCode.BadInput, "cut.json");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"version\": 99 }")]
    [InlineData("not json at all")]
    public async Task Inventory_that_is_something_else(string content)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("other.json", content);
        (await CommandRun.OfAsync([.. Check, "--inventory", file], token: null)).ShouldFailWith(ExitCode.BadInput, "other.json");
    }

    [Fact]
    public async Task Folder_without_policy()
    {
        using var folder = new TemporaryFolder();
        (await CommandRun.OfAsync(["check", "--policy", folder.Path, "--inventory", Samples.Inventory("drifted")], token: null))
            .ShouldFailWith(ExitCode.BadInput, "policy.yaml");
    }

    [Fact]
    public async Task Broken_policy_is_shown_at_its_place()
    {
        using var folder = new TemporaryFolder();
        var policy = await File.ReadAllTextAsync(Repository.PathOf("samples/homelab/policy.yaml"));
        folder.File("policy.yaml", policy.Replace("compression:", "compresion:", StringComparison.Ordinal));
        Samples.CopyRecords(folder);
        var run = await CommandRun.OfAsync(["check", "--policy", folder.Path, "--inventory", Samples.Inventory("drifted")], token: null);
        run.ExitCode.Should().Be(ExitCode.BadInput);
        run.Error.Should().Contain("policy.yaml:").And.Contain("Did you mean \"compression\"").And.Contain("^~");
    }

    [Fact]
    public async Task No_token()
        => (await CommandRun.OfAsync([.. Check, "--url", "https://127.0.0.1:9"], token: null)).ShouldFailWith(ExitCode.BadInput, "PVE_TOKEN");

    [Fact]
    public async Task Token_of_the_wrong_shape_is_not_repeated()
    {
        var run = await CommandRun.OfAsync([.. Check, "--url", "https://127.0.0.1:9"], "my-secret-value");
        run.ShouldFailWith(ExitCode.BadInput, "user@realm!");
        run.Error.Should().NotContain("my-secret-value");
    }

    [Fact]
    public async Task Server_that_does_not_answer()
        => (await CommandRun.OfAsync([.. Check, "--url", "https://127.0.0.1:9"], "audit@pve!policy=0")).ShouldFailWith(ExitCode.CouldNotAssess, "127.0.0.1:9");

    [Theory]
    [InlineData("--url http://pve1:8006", "https")]
    [InlineData("--url pve1", "https")]
    [InlineData("--inventory x.json --url https://pve1:8006", "exclude each other")]
    [InlineData("--inventory x.json -o pdf", "there is no format \"pdf\"")]
    [InlineData("--inventory x.json -o json -o text", "stdout")]
    [InlineData("--inventory x.json --as-of yesterday", "--as-of")]
    [InlineData("--inventory x.json --as-of 2026-11-23T06:00:00", "zone")]
    [InlineData("--inventory x.json --fail-on fatal", "fatal")]
    [InlineData("--inventory x.json --rule BKP999", "BKP999")]
    [InlineData("--url https://pve1:8006 --fingerprint AA:BB", "fingerprint")]
    [InlineData("--url https://pve1:8006 --ca no-such.pem", "no-such.pem")]
    [InlineData("--url https://pve1:8006 --timeout 0", "--timeout")]
    [InlineData("--no-such-option", "--no-such-option")]
    public async Task Argument_that_cannot_be_used(string line, string because)
        => (await CommandRun.OfAsync([.. Check, .. line.Split(' ')], "audit@pve!policy=0")).ShouldFailWith(ExitCode.BadInput, because);

    [Theory]
    [InlineData("explain BKP999")]
    [InlineData("facts gueest")]
    [InlineData("collect")]
    [InlineData("nonsense")]
    public async Task Other_commands_say_what_is_wrong(string line)
        => (await CommandRun.OfAsync(line)).ShouldFailWith(ExitCode.BadInput, "pve-compliance");
}
