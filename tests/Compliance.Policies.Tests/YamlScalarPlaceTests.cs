using System.Text;
using CsCheck;

namespace Compliance.Policies.Tests;

/// <summary>A part of a scalar's value leads back to the characters of the file that it was written with.</summary>
public class YamlScalarPlaceTests
{
    [Theory]
    [InlineData("key: some plain text", "plain")]
    [InlineData("key: some\n  more\n\n  plain text", "plain")]
    [InlineData("key: 'it''s single'", "single")]
    [InlineData("key: 'first\n  second\n\n  third'", "third")]
    [InlineData("key: \"a\\tb \\u00e9 c\"", "c")]
    [InlineData("key: \"a\\U0001F600b\"", "b")]
    [InlineData("key: \"first \\\n   second\"", "second")]
    [InlineData("key: |\n  first\n    second\n\n  third", "third")]
    [InlineData("key: |+2 # why\n    first\n\n\nnext: 1", "first")]
    [InlineData("key: >-\n  folded\n  text\n\n    as is\n  end\n\n\nnext: 1", "as is")]
    [InlineData("key: >\n\n  folded\n  text\n\n\n  last", "last")]
    [InlineData("key: >+\n  a\n\n   b\n   c\n  d\n\nnext: 1", "d")]
    [InlineData("  # comment\nlist:\n- {key: x, other: 😀 emoji word}", "word")]
    public void Words_are_found_in_every_style(string yaml, string word)
    {
        var scalar = Scalars(yaml).Single(scalar => scalar.Value.Contains(word, StringComparison.Ordinal));

        var place = scalar.PlaceOf(scalar.Value.IndexOf(word, StringComparison.Ordinal), word.Length);

        Cut(yaml, place).Should().Be(word);
    }

    [Theory]
    [InlineData("key: 'it''s'", "'", "''")]
    [InlineData("key: \"tab\\there\"", "\t", "\\t")]
    [InlineData("key: \"\\u00e9\"", "é", "\\u00e9")]
    public void An_escape_is_marked_whole(string yaml, string character, string written)
    {
        var scalar = Scalars(yaml).Last();

        Cut(yaml, scalar.PlaceOf(scalar.Value.IndexOf(character, StringComparison.Ordinal), 1)).Should().Be(written);
    }

    [Fact]
    public void The_end_of_the_value_is_the_point_after_its_last_character()
    {
        var scalar = Scalars("key: 'job.id =='").Last();

        var place = scalar.PlaceOf(9, 1);

        (place.Line, place.Column, place.IsPoint).Should().Be((1, 16, true));
    }

    [Fact]
    public void Every_character_of_any_text_is_found_in_any_style()
    {
        var line = Gen.String["ab: {}'\"\\#é-"].Where(text => text.Trim().Length > 0);
        var lines = Gen.Select(line, Gen.Int[0, 2], Gen.Int[0, 1]).List[1, 5];
        Gen.Select(lines, Gen.Enum<Style>(), Gen.Int[1, 4]).Sample((content, style, indent) =>
        {
            var yaml = Write(content, style, indent);
            var source = new SourceText("x.yaml", yaml);
            var problems = new ProblemList();
            if (YamlReader.Read(source, problems) is not YamlMapping { Entries: [{ Value: YamlScalar scalar }, _] })
            {
                return; // a text that this style cannot hold
            }

            for (var offset = 0; offset < scalar.Value.Length; offset++)
            {
                var written = Cut(yaml, scalar.PlaceOf(offset, 1));
                var character = scalar.Value[offset];
                var isExpected = character switch
                {
                    '\'' => written is "'" or "''",
                    '"' or '\\' => written == character.ToString() || written == "\\" + character,
                    ' ' => written is " " or "\n",
                    '\n' => written is "\n" or "", // the line end after a block lies behind the scalar's last character
                    _ => written == character.ToString(),
                };
                isExpected.Should().BeTrue("character {0} of {1} is not {2} in\n{3}", offset, scalar.Value, written, yaml);
            }
        });
    }

    [Fact]
    public void No_part_of_a_value_leads_outside_its_scalar()
    {
        var text = Gen.String["ab: {}[]'\"\\#>|-+2\n\t &*!%@`,?"];
        Gen.Select(text, Gen.Int[-2, 40], Gen.Int[-2, 40]).Sample((yaml, offset, length) =>
        {
            foreach (var scalar in Scalars(yaml))
            {
                var place = scalar.PlaceOf(offset, length);
                (place.Line, place.Column).Should().BeGreaterThanOrEqualTo((scalar.Place.Line, scalar.Place.Column));
                (place.EndLine, place.EndColumn).Should().BeLessThanOrEqualTo((scalar.Place.EndLine, scalar.Place.EndColumn));
                (place.EndLine, place.EndColumn).Should().BeGreaterThanOrEqualTo((place.Line, place.Column));
            }
        });
    }

    public enum Style
    {
        Plain,
        Single,
        Double,
        Literal,
        LiteralKeep,
        Folded,
        FoldedStrip,
    }

    private static string Write(List<(string Text, int BlankLines, int Extra)> content, Style style, int indent)
    {
        var text = new StringBuilder();
        foreach (var (line, blankLines, extra) in content)
        {
            var written = style switch
            {
                Style.Single => line.Replace("'", "''", StringComparison.Ordinal),
                Style.Double => line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal),
                _ => line.Trim(),
            };
            text.Append('\n').Append(' ', text.Length == 1 ? indent : indent + extra).Append(written).Append('\n', blankLines);
        }

        var body = text.ToString();
        var inline = body.TrimStart('\n', ' ');
        var value = style switch
        {
            Style.Plain => inline,
            Style.Single => $"'{inline}'",
            Style.Double => $"\"{inline}\"",
            Style.Literal => "|" + body,
            Style.LiteralKeep => "|+" + body,
            Style.Folded => ">" + body,
            _ => ">-" + body,
        };
        return $"key: {value}\nnext: 1\n";
    }

    private static List<YamlScalar> Scalars(string yaml)
    {
        var found = new List<YamlScalar>();
        void Collect(YamlNode? node)
        {
            switch (node)
            {
                case YamlScalar scalar:
                    found.Add(scalar);
                    break;
                case YamlSequence sequence:
                    sequence.Items.ToList().ForEach(Collect);
                    break;
                case YamlMapping mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        found.Add(entry.Key);
                        Collect(entry.Value);
                    }

                    break;
                default:
                    break;
            }
        }

        Collect(YamlReader.Read(new SourceText("x.yaml", yaml), new ProblemList()));
        return found;
    }

    private static string Cut(string yaml, Core.Model.Place place)
    {
        var lines = yaml.Split('\n');
        int Index(int line, int column) => lines.Take(line - 1).Sum(text => text.Length + 1) + column - 1;
        return yaml[Index(place.Line, place.Column)..Index(place.EndLine, place.EndColumn)];
    }
}
