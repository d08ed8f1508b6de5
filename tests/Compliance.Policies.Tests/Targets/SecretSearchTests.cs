using System.Diagnostics;

namespace Compliance.Policies.Tests.Targets;

/// <summary>A secret in the targets file is found wherever it stands, and shown nowhere.</summary>
public class SecretSearchTests
{
    private const string Uuid = "12345678-1234-1234-1234-123456789abc";

    [Theory]
    [InlineData("token-file: audit@pve!policy=hush")]
    [InlineData("- audit@pve!policy=hush")]
    [InlineData("# PVE_TOKEN='audit@pve!policy=hush'")]
    [InlineData("pbs: audit@pbs!policy:hush")]
    [InlineData("token-file: hush", Uuid)]
    [InlineData("# hush", Uuid)]
    [InlineData("urls: [\"https://root:hush@pve1:8006\"]")]
    [InlineData("token: hush")]
    [InlineData("  \"api-token\": 'hush'")]
    [InlineData("- { name: a, PVE_TOKEN: hush, policy: b }")]
    [InlineData("password: \"hush, } and more\"", "hush, } and more")]
    [InlineData("token-secret:  hush # as told")]
    public void A_secret_is_covered(string line, string secret = "hush")
    {
        var text = $"targets:\n{line.Replace("hush", secret.Contains("hush", StringComparison.Ordinal) ? "hush" : secret)}\n";
        var found = SecretSearch.Of(text);
        var covered = SecretSearch.Covered(text, found);

        found.Should().NotBeEmpty();
        covered.Should().NotContain(secret).And.NotContain("hush").And.HaveLength(text.Length);
        covered.Split('\n').Should().HaveCount(text.Split('\n').Length);
    }

    [Theory]
    [InlineData("token-file: /run/credentials/north.token")]
    [InlineData("pbs-token-file: secrets/north.pbs")]
    [InlineData("# the token: ask anna, the secret: in the safe")]
    [InlineData("urls: [\"https://pve1:8006\", \"https://[fd00::7]:8006\"]")]
    [InlineData("fingerprint: AA:BB:CC")]
    [InlineData("policy: token/policy.yaml")]
    public void What_is_no_secret_is_left(string line) => SecretSearch.Of($"targets:\n  - {line}\n").Should().BeEmpty();

    [Fact]
    public void Nothing_of_the_secret_is_in_any_message()
    {
        var files = Examples.Repository(Examples.Policy).With("targets.yaml", $"targets:\n  - name: audit@pve!policy={Uuid}\n    urls: [\"https://root:hush@pve1\"]\n  token: hush\n\t- [");
        var read = CaseFiles.Read(files).Policy;

        read.Problems.Should().OnlyContain(problem => problem.Code == ProblemCodes.SecretInTargets.Code).And.HaveCount(3);
        ProblemText.Render(read.Problems, read.Sources).Should().NotContain("hush").And.NotContain(Uuid);
        read.Sources["targets.yaml"].Should().NotContain("hush").And.NotContain(Uuid);
    }

    [Fact]
    public void No_text_takes_long()
    {
        var clock = Stopwatch.StartNew();
        foreach (var (_, content) in HostileTexts.All)
        {
            SecretSearch.Of(System.Text.Encoding.UTF8.GetString(content));
        }

        foreach (var piece in (string[])["@a", "@a!a", "://", "://a:", "token: ", "token", "\"", "0", "0-", "a@a!a=", "token: \""])
        {
            SecretSearch.Of(string.Concat(Enumerable.Repeat(piece, 900_000 / piece.Length)));
        }

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(20));
    }
}
