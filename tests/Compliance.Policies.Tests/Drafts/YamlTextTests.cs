using Compliance.Core.Model;

namespace Compliance.Policies.Tests.Drafts;

/// <summary>Text that is written to YAML is read back as the same text, by the reader of policies.</summary>
public sealed class YamlTextTests
{
    /// <summary>Everything that means something to YAML, and some that acts in a terminal.</summary>
    private const string Alphabet = "ab01 :#-?*&!|>'\"%@`{}[],\\\n\r\t~=<._/+\u0000\u0007\u0085\u00A0\u2028\u202E\uFEFF\uFFFEé☃";

    [Theory]
    [InlineData("backup-tier0", "backup-tier0")]
    [InlineData("/etc/pve", "/etc/pve")]
    [InlineData("yes", "\"yes\"")]
    [InlineData("0123", "\"0123\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("-", "\"-\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\nb", "\"a\\u000Ab\"")]
    [InlineData("say \"hi\" \\o", "\"say \\\"hi\\\" \\\\o\"")]
    public void Scalar_is_plain_only_where_it_can_be_nothing_else(string value, string written)
        => YamlText.Scalar(value).Should().Be(written);

    [Fact]
    public void Any_text_is_read_back_as_it_was_in_block_and_in_flow_style()
    {
        var random = new Random(6);
        for (var round = 0; round < 5000; round++)
        {
            var value = string.Concat(Enumerable.Range(0, random.Next(0, 9)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var problems = new ProblemList();
            var text = $"block: {YamlText.Scalar(value)}  # {YamlText.Comment(value)}\nflow: [{YamlText.Scalar(value)}, end]\n";
            var root = YamlReader.Read(new SourceReader(new MemoryFiles().With("a.yaml", text), problems).Read("a.yaml", () => { })!, problems);
            problems.Sorted().Should().BeEmpty(text);
            var entries = root.Should().BeOfType<YamlMapping>().Subject.Entries;
            entries.Should().HaveCount(2, text);
            ((YamlScalar)entries[0].Value).Value.Should().Be(value, text);
            ((YamlScalar)((YamlSequence)entries[1].Value).Items[0]).Value.Should().Be(value, text);
            ((YamlScalar)entries[0].Value).Kind.Should().Be(ScalarKind.Text);
        }
    }
}
