using System.Diagnostics;
using CsCheck;

namespace Compliance.Policies.Tests;

public class YamlReaderTests
{
    [Theory]
    [InlineData("a: [1, 2\nb: 3\n", "1:6 POL006 what follows here is not valid YAML")]
    [InlineData("a: 'x\n", "1:4 POL006 this quote is never closed")]
    [InlineData("a: b: c\n", "1:5 POL006 there is a second \": \" in this value")]
    [InlineData("a: @x\n", "1:4 POL006 a value cannot begin with this character")]
    [InlineData("a: `x`\n", "1:4 POL006 a value cannot begin with this character")]
    [InlineData("- a\nb: 1\n", "2:1 POL006 a list item begins with \"- \", and this line does not")]
    [InlineData("a: \"\\q\"\n", "1:4 POL006 this text in double quotes has a backslash that means nothing")]
    [InlineData("key\nb: 1\n", "2:2 POL006 the line before has no \": \"")]
    [InlineData("a: {b: 1\n", "2:1 POL006 a \"{\" before this is never closed, or a comma is missing")]
    [InlineData("a: |x\n  b\n", "1:4 POL006 the text after \"|\" or \">\" must begin on the next line")]
    [InlineData("a:\n  - 1\n - 2\n", "3:2 POL006 a key was expected here")]
    [InlineData("a: 'x' y\n", "1:8 POL006 a key was expected here")]
    [InlineData("]\n", "1:1 POL006 a value was expected here")]
    [InlineData("a: 1\n\tb: 2\n", "2:1 POL006 a tab cannot indent YAML")]
    [InlineData("a: \"\\uD800\"\n", "1:4 POL006 this text in double quotes has half of a character")]
    public void A_syntax_fault_is_said_in_plain_words(string yaml, string problem)
    {
        Read(yaml, out var problems).Should().BeNull();

        problems.Should().Equal(problem);
    }

    [Theory]
    [InlineData("a: &x 1\n", "1:4 POL010 the anchor \"&x\" is not supported")]
    [InlineData("&x a: 1\n", "1:1 POL010 the anchor \"&x\" is not supported")]
    [InlineData("a: [*x]\n", "1:5 POL010 the alias \"*x\" is not supported")]
    [InlineData("a: !!str 1\n", "1:4 POL010 the tag \"tag:yaml.org,2002:str\" is not supported")]
    [InlineData("a: !job.enabled\n", "1:4 POL010 the tag \"!job.enabled\" is not supported")]
    [InlineData("<<: {a: 1}\n", "1:1 POL010 the merge key \"<<\" is not supported")]
    [InlineData("%YAML 1.1\n---\na: 1\n", "1:1 POL010 a YAML directive (%...) is not supported")]
    [InlineData("%TAG ! tag:x,2000:\n---\na: 1\n", "1:1 POL010 a YAML directive (%...) is not supported")]
    [InlineData("a: 1\nb: 2\na: 3\na: 4\n", "3:1 POL011 \"a\" is already set in line 1, 4:1 POL011 \"a\" is already set in line 1")]
    [InlineData("\"a\": 1\na: 3\n", "2:1 POL011 \"a\" is already set in line 1")]
    [InlineData("a: 1\n---\nb: 1\n", "2:1 POL008 a second YAML document begins here")]
    [InlineData("a: 1\n...\nb: 1\n", "3:1 POL008 a second YAML document begins here")]
    [InlineData("? [a]\n: b\n", "1:3 POL013 a key must be a word")]
    [InlineData("{a: 1}: b\n", "1:1 POL013 a key must be a word")]
    [InlineData("", "1:1 POL007 \"x.yaml\" is empty")]
    [InlineData("---\n", "1:1 POL007 \"x.yaml\" is empty")]
    [InlineData("~\n", "1:1 POL007 \"x.yaml\" is empty")]
    public void What_makes_YAML_ambiguous_is_refused(string yaml, string expected)
    {
        Read(yaml, out var problems);

        string.Join(", ", problems).Should().Be(expected);
    }

    [Theory]
    [InlineData("e: k #\n  **")]
    [InlineData("e: k #\n *x\n")]
    [InlineData("-\n    s: [1]\n    e: k #\n     *x\n")]
    public void A_key_that_the_parser_leaves_without_a_value_ends_the_file(string yaml)
    {
        // YamlDotNet 18.1.0 gives key, value, alias, end of mapping; reading on past it never came to an end.
        Read(yaml, out var problems).Should().BeNull();

        problems.Select(problem => problem.Split(' ')[1]).Should().Equal("POL010", "POL006");
    }

    [Fact]
    public void Faults_that_do_not_end_the_file_are_all_found()
    {
        Read("a: &x 1\nb: *x\nc: !t 2\na: 3\nd: 'x\n", out var problems);

        problems.Select(problem => problem[..3]).Should().Equal("1:4", "2:4", "3:4", "4:1", "5:4");
    }

    [Fact]
    public void Thirty_two_levels_are_read_and_one_more_is_not()
    {
        Read(new string('[', 32) + "x" + new string(']', 32), out var fits);
        Read(new string('[', 33) + "x" + new string(']', 33), out var tooDeep);

        fits.Should().BeEmpty();
        tooDeep.Should().ContainSingle().Which.Should().StartWith("1:34 POL009");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: [")]
    public void Endless_nesting_ends_at_once(string opening)
    {
        var watch = Stopwatch.StartNew();

        Read(string.Concat(Enumerable.Repeat(opening, FileContent.Largest / opening.Length)), out var problems);

        problems.Should().ContainSingle();
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(5), "the scanner alone would need minutes");
    }

    [Theory]
    [InlineData("", "Null")]
    [InlineData("~", "Null")]
    [InlineData("true", "Boolean")]
    [InlineData("FALSE", "Boolean")]
    [InlineData("tRue", "Text")]
    [InlineData("yes", "OldBoolean")]
    [InlineData("Off", "OldBoolean")]
    [InlineData("0", "Integer")]
    [InlineData("-12", "Integer")]
    [InlineData("12345678901234567890", "Integer")]
    [InlineData("012", "OddInteger")]
    [InlineData("-08", "OddInteger")]
    [InlineData("0x1f", "OddInteger")]
    [InlineData("0o17", "OddInteger")]
    [InlineData("0b11", "OddInteger")]
    [InlineData("1_000", "OddInteger")]
    [InlineData("+7", "OddInteger")]
    [InlineData("1.5", "Decimal")]
    [InlineData("1e3", "Decimal")]
    [InlineData("-.inf", "Decimal")]
    [InlineData("4.", "Decimal")]
    [InlineData("1.2.3", "Text")]
    [InlineData("6h", "Text")]
    [InlineData("-", "Text")]
    [InlineData("2026-11-23", "Text")]
    public void A_plain_scalar_has_a_kind_and_a_quoted_one_is_text(string value, string kind)
    {
        ScalarKinds.OfPlain(value).ToString().Should().Be(kind);
        ((YamlMapping)Read($"a: '{value}'", out _)!).Entries[0].Value.Should().BeOfType<YamlScalar>().Which.Kind.Should().Be(ScalarKind.Text);
    }

    [Theory]
    [InlineData("012", "the octal number 10")]
    [InlineData("08", "the number 8")]
    [InlineData("0x1F", "the hexadecimal number 31")]
    [InlineData("0o17", "the octal number 15")]
    [InlineData("0b101", "the binary number 5")]
    [InlineData("1_000", "the number 1000")]
    [InlineData("+7", "the number 7")]
    [InlineData("0_", "the number 0")]
    [InlineData("0x_", "the hexadecimal number 0")]
    public void An_odd_integer_is_read_aloud(string value, string reading)
    {
        OddIntegerText.Reading(value).Should().Be(reading);
    }

    [Fact]
    public void Collections_know_where_they_begin_and_end()
    {
        var root = (YamlMapping)Read("a:\n  - x\n  - y: 1\n    z: 'q'  # end\n\nb: [1,\n  2]\nc: {d: 1}\n", out _)!;

        root.Entries.Select(entry => entry.Value.Place).Select(place => (place.Line, place.Column, place.EndLine, place.EndColumn))
            .Should().Equal((2, 3, 4, 11), (6, 4, 7, 5), (8, 4, 8, 10));
    }

    [Fact]
    public void No_text_makes_the_reader_throw()
    {
        Gen.String["ab: {}[]'\"\\#>|-+2\n\t &*!%@`,?~.\u00e9\uD83D\uDE00\u0085"].Sample(
            yaml => ExplainsItself(PolicyRepositoryLoader.Load(Examples.WithRule(yaml).With("policy.yaml", yaml))),
            iter: 5000);
    }

    [Fact]
    public void No_bytes_make_the_loader_throw()
    {
        Gen.Byte.Array[0, 200].Sample(bytes => ExplainsItself(PolicyRepositoryLoader.Load(new MemoryFiles().With("policy.yaml", bytes))), iter: 2000);
    }

    [Fact]
    public void No_damage_to_a_good_policy_makes_the_loader_throw_or_place_a_problem_outside_the_file()
    {
        var good = Repository.Read("samples/homelab/policy.yaml");
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, 30], Gen.String["ab: {}[]'\"\\#>|-&*!\n\t0"]).Sample(
            (at, cut, insert) =>
            {
                var damaged = good[..at] + insert + good[Math.Min(good.Length, at + cut)..];
                var lines = damaged.Split('\n');
                var parsed = Examples.Load(damaged);
                ExplainsItself(parsed);
                foreach (var problem in parsed.Problems)
                {
                    problem.Place.Line.Should().BeInRange(1, lines.Length);
                    problem.Place.Column.Should().BeInRange(1, lines[problem.Place.Line - 1].Length + 1);
                    ProblemCodes.Find(problem.Code).Should().NotBeNull();
                }
            },
            iter: 2000);
    }

    private static void ExplainsItself(Parsed<PolicyRepository> parsed) =>
        parsed.Problems.Any(problem => problem.Severity == Core.Model.Severity.Error).Should().Be(parsed.Value is null, "what cannot be used has an error, and only that");

    private static YamlNode? Read(string yaml, out IReadOnlyList<string> problems)
    {
        var list = new ProblemList();
        var root = YamlReader.Read(new SourceText("x.yaml", yaml), list);
        problems = [.. list.Sorted().Select(problem => $"{problem.Place.Line}:{problem.Place.Column} {problem.Code} {problem.Message}")];
        return root;
    }
}
