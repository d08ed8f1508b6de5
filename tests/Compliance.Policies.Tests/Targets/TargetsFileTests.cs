namespace Compliance.Policies.Tests.Targets;

/// <summary>What is read of a file of targets, and what is said of one that cannot be used.</summary>
public sealed class TargetsFileTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pve-compliance-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Every_setting_is_read_in_the_order_of_the_file()
    {
        var pin = string.Join(':', Enumerable.Repeat("aB", 32));
        var read = Read($$"""
            targets:
              - name: south
                urls: ["https://pve1:8006", "https://pve2:8006/"]
                token-file: south.token
                fingerprint: "{{pin}}"
                timeout: 30
                pbs-token-file: /run/south.pbs
                policy: ../south
              - { name: a.island, inventory: island.json, max-age: 2d }
              - { name: east, urls: ["https://e:8006"], token-file: t, fingerprint: ["{{pin}}", "{{pin.Replace('a', 'c')}}"] }
            """);

        read.Problems.Should().BeEmpty();
        read.Value.Select(target => target.Name.Value).Should().Equal("south", "a.island", "east");
        var south = read.Value[0];
        south.Urls.Select(url => url.Value).Should().Equal("https://pve1:8006", "https://pve2:8006/");
        (south.TokenFile?.Value, south.BackupServerTokenFile?.Value, south.Policy?.Value, south.TimeoutSeconds?.Value).Should().Be(("south.token", "/run/south.pbs", "../south", 30));
        south.Fingerprints.Select(one => one.Value).Should().Equal(pin);
        read.Value[1].MaxAge!.Value.Value.Should().Be(TimeSpan.FromDays(2));
        read.Value[2].Fingerprints.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData(".hidden")]
    [InlineData("index")]
    [InlineData("North")]
    [InlineData("<script>")]
    [InlineData("a b")]
    [InlineData("größe")]
    [InlineData("a\\nb")]
    public void A_name_that_could_lead_elsewhere_is_refused(string name)
        => Read($"targets:\n  - name: \"{name}\"\n    inventory: a.json\n").Problems.Should().ContainSingle(problem => problem.Code == "POL021");

    [Theory]
    [InlineData("http://pve1:8006")]
    [InlineData("https://pve1:8006/api2/json")]
    [InlineData("https://pve1:99999")]
    [InlineData("https://root@pve1:8006")]
    [InlineData("pve1:8006")]
    public void An_address_that_is_none_of_a_node_is_refused(string url)
        => Read($"targets:\n  - name: a\n    urls: [\"{url}\"]\n    token-file: t\n").Problems.Should().ContainSingle(problem => problem.Code == "POL021");

    [Theory]
    [InlineData("token-file: [a]", "POL015")]
    [InlineData("timeout: 0", "POL018")]
    [InlineData("tokenfile: a", "POL012")]
    [InlineData("policy: gone", "POL039")]
    [InlineData("fingerprint: AA:BB", "POL021")]
    public void Other_faults_are_said_at_their_places(string setting, string code)
    {
        var read = Read($"targets:\n  - name: a\n    urls: [\"https://pve1:8006\"]\n{(setting.StartsWith("token-file", StringComparison.Ordinal) ? "" : "    token-file: t\n")}    {setting}\n");

        read.Problems.Should().ContainSingle().Which.Should().Match<Core.Model.Problem>(problem => problem.Code == code && problem.Place.Line >= 4);
        read.Value.IsDefault.Should().BeTrue();
    }

    [Fact]
    public void A_warning_that_somebody_accepted_is_left_out()
    {
        const string Two = "targets:\n  - { name: a, urls: [\"https://pve1:8006\"], token-file: t }\n  - { name: b, urls: [\"https://pve1:8006\"], token-file: t }";

        Read(Two + "\n").Problems.Should().ContainSingle(problem => problem.Code == ProblemCodes.TargetTwice.Code);
        Read(Two + " # pve-compliance: allow POL343 two tokens see different parts\n").Problems.Should().BeEmpty();
    }

    [Fact]
    public void Who_is_asked_does_not_change_the_digest_of_the_policy()
    {
        var without = CaseFiles.Read(Examples.Repository(Examples.Policy));
        var with = CaseFiles.Read(Examples.Repository(Examples.Policy).With("targets.yaml", "targets:\n  - { name: a, inventory: b.json }\n"));

        with.Policy.Repository!.Digest.Should().Be(without.Policy.Repository!.Digest);
    }

    private Parsed<System.Collections.Immutable.ImmutableArray<ClusterTarget>> Read(string text)
    {
        var file = Path.Combine(folder.FullName, "targets.yaml");
        File.WriteAllText(file, text);
        return TargetsFile.Read(file);
    }
}
