using System.Text;
using System.Text.RegularExpressions;

namespace Compliance.Policies.Tests;

/// <summary>Reading a repository from the file system, and what makes two repositories the same.</summary>
public sealed class RepositoryLoadingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policies-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_folder_and_its_policy_file_load_alike()
    {
        Write("policy.yaml", Examples.Policy);
        Write("rules/ACME101-job-name-differs.yaml", Examples.Rule);

        var byFolder = PolicyRepositoryLoader.Load(_folder.FullName);
        var byFile = PolicyRepositoryLoader.Load(Path.Combine(_folder.FullName, "policy.yaml"));

        byFolder.Problems.Should().BeEmpty();
        byFolder.Value!.Rules.Should().ContainSingle();
        byFile.Value!.Digest.Should().Be(byFolder.Value.Digest);
        byFile.Value.Policy.Name.Place.ToString().Should().Be("policy.yaml:1:7");
    }

    [Fact]
    public void A_policy_of_another_name_is_read_when_it_is_named()
    {
        Write("strict.yaml", Examples.Policy);

        var parsed = PolicyRepositoryLoader.Load(Path.Combine(_folder.FullName, "strict.yaml"));

        parsed.Value!.Policy.Place.File.Should().Be("strict.yaml");
    }

    [Fact]
    public void An_empty_folder_is_told_what_to_do()
    {
        Message(_folder.FullName).Should().Be($"no policy.yaml in \"{_folder.FullName}\" Write one (samples/homelab of pve-compliance is an example), or name another folder.");
    }

    [Fact]
    public void A_policy_with_the_other_ending_is_told_to_be_renamed()
    {
        Write("policy.yml", Examples.Policy);

        Message(_folder.FullName).Should().EndWith("Rename \"policy.yml\" to policy.yaml.");
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("missing/policy.yaml")]
    public void A_path_that_is_not_there_is_said_so(string name)
    {
        var path = Path.Combine(_folder.FullName, name);

        Message(path).Should().Be($"there is no file or folder \"{path}\" Give the folder that holds policy.yaml, or the file itself.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public void A_path_that_cannot_be_one_is_not_there(string path)
    {
        Message(path).Should().StartWith($"there is no file or folder \"{path}\"");
    }

    [Fact]
    public void A_location_cannot_lead_out_of_the_repository_or_break_the_file_system()
    {
        foreach (var location in new[] { "../x", "a/../b", "/etc", "c:/x", "a\\b", "\"a\\0b\"", "./x", ".." })
        {
            Examples.Load(Examples.Policy + $"locations: {{ rules: {location} }}\n").Problems.Should().ContainSingle(problem => problem.Code == "POL021", location);
        }
    }

    [SkippableFact]
    public void A_file_without_a_length_is_read()
    {
        Skip.IfNot(File.Exists("/proc/self/status"), "Linux only");
        var content = new FolderFiles("/proc/self").Read("status");

        content.Bytes.Should().NotBeEmpty("files of /proc have the length 0 and content all the same");
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_not_an_empty_policy()
    {
        _folder.CreateSubdirectory("policy.yaml");

        Message(_folder.FullName).Should().StartWith("could not read \"policy.yaml\": it is a folder");
    }

    [Fact]
    public void A_rule_that_is_listed_but_cannot_be_read_is_a_problem()
    {
        Write("policy.yaml", Examples.Policy);
        Write("rules/placeholder", "");
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "rules", "ACME101-x.yaml"), Path.Combine(_folder.FullName, "gone.yaml"));

        var parsed = PolicyRepositoryLoader.Load(_folder.FullName);

        parsed.Value.Should().BeNull();
        parsed.Problems.Should().ContainSingle().Which.Place.File.Should().Be("rules/ACME101-x.yaml");
    }

    [Fact]
    public void Problems_of_all_files_come_in_one_run_in_order_of_place()
    {
        var files = Examples.Repository(Examples.Policy.Replace("mode: snapshot", "mode: snap").Replace("schedule: daily", "schedule: often"))
            .With("rules/B.yaml", "id: [\n")
            .With("rules/A.yaml", Examples.Rule.Replace("severity: warning", "severity: bad").Replace("fault:", "falut:"));

        var places = PolicyRepositoryLoader.Load(files).Problems.Select(problem => problem.Place.ToString());

        places.Should().Equal("policy.yaml:4:9", "policy.yaml:10:15", "rules/A.yaml:1:1", "rules/A.yaml:2:1", "rules/A.yaml:5:11", "rules/B.yaml:2:1");
    }

    [Fact]
    public void The_digest_is_of_names_and_contents_and_not_of_line_ends()
    {
        string Digest(MemoryFiles files) => PolicyRepositoryLoader.Load(files).Value!.Digest;
        var original = Digest(Examples.WithRule(Examples.Rule));

        original.Should().MatchRegex("^sha256:[0-9a-f]{64}$");
        Digest(Examples.Repository(Examples.Policy.Replace("\n", "\r\n")).With("rules/ACME101-job-name-differs.yaml", Examples.Rule)).Should().Be(original);
        Digest(Examples.WithRule(Examples.Rule).With("policy.yaml", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Examples.Policy)])).Should().Be(original);
        Digest(Examples.WithRule(Examples.Rule).With("notes.txt", "not read")).Should().Be(original);
        Digest(Examples.WithRule(Examples.Rule + "# comment\n")).Should().NotBe(original);
        Digest(Examples.Repository(Examples.Policy)).Should().NotBe(original);
        Digest(Examples.Repository(Examples.Policy).With("rules/ACME101-other-name.yaml", Examples.Rule)).Should().NotBe(original);
    }

    [Fact]
    public void Places_are_the_same_whatever_the_line_ends()
    {
        var broken = Examples.Policy.Replace("keep-daily", "keep-dialy");

        Examples.Load(broken.Replace("\n", "\r\n")).Problems.Should().Equal(Examples.Load(broken).Problems);
        Examples.Load(broken.Replace("\n", "\r")).Problems.Should().Equal(Examples.Load(broken).Problems);
    }

    [Fact]
    public void Not_UTF8_is_found_at_its_byte()
    {
        byte[] utf16 = Encoding.Unicode.GetBytes(Examples.Policy);
        byte[] latin1 = [.. "name: small\ntitle: gr"u8, 0xFC, .. "n\n"u8];

        PolicyRepositoryLoader.Load(new MemoryFiles().With("policy.yaml", latin1)).Problems.Should().ContainSingle().Which.Place.ToString().Should().Be("policy.yaml:2:10");
        PolicyRepositoryLoader.Load(new MemoryFiles().With("policy.yaml", utf16)).Problems.Should().ContainSingle(problem => Regex.IsMatch(problem.Code, "POL00[45]"));
    }

    [Fact]
    public void A_file_of_one_MiB_is_read_and_one_byte_more_is_not()
    {
        var fits = Examples.Policy + "#" + new string('x', FileContent.Largest - Examples.Policy.Length - 1);

        Write("policy.yaml", fits);
        PolicyRepositoryLoader.Load(_folder.FullName).Problems.Should().BeEmpty();
        Write("policy.yaml", fits + "x");
        PolicyRepositoryLoader.Load(_folder.FullName).Problems.Should().ContainSingle().Which.Code.Should().Be("POL003");
    }

    private string Message(string path)
    {
        var problem = PolicyRepositoryLoader.Load(path).Problems.Should().ContainSingle().Subject;
        return $"{problem.Message} {problem.Fix}";
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
