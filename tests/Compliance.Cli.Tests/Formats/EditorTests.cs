using System.Text.RegularExpressions;

namespace Compliance.Cli.Tests.Formats;

/// <summary>Editors find the schema of each file.</summary>
public sealed partial class EditorTests
{
    public static TheoryData<string> SampleFiles => [.. Directory.EnumerateFiles(Repository.PathOf("samples/homelab"), "*.yaml", SearchOption.AllDirectories)];

    [Theory]
    [MemberData(nameof(SampleFiles))]
    public void Every_file_of_the_sample_names_a_schema_that_is_there(string file)
    {
        var schema = SchemaLine().Match(File.ReadLines(file).First()).Groups[1].Value;

        schema.Should().NotBeEmpty(file);
        File.Exists(Path.Combine(Path.GetDirectoryName(file)!, schema)).Should().BeTrue(schema);
    }

    [Fact]
    public void The_page_names_every_schema()
        => SchemaLink().Matches(Repository.Read("docs/integrations.md")).Select(match => match.Groups[1].Value).Distinct()
            .Should().BeEquivalentTo(Directory.EnumerateFiles(Repository.PathOf("schemas")).Select(Path.GetFileName));

    [GeneratedRegex(@"^# yaml-language-server: \$schema=(\S+)$")]
    private static partial Regex SchemaLine();

    [GeneratedRegex(@"\(\.\./schemas/([^)]+)\)")]
    private static partial Regex SchemaLink();
}
