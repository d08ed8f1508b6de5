using System.Text;
using Compliance.Core.Model;

namespace Compliance.Policies.Tests.Fixes;

/// <summary>Places of characters, found in bytes.</summary>
public class FileLinesTests
{
    [Theory]
    [InlineData("\uFEFFab\r\ncd\rée\n😀xy", 1, 1, 3, "ab")]
    [InlineData("\uFEFFab\r\ncd\rée\n😀xy", 2, 2, 3, "d")]
    [InlineData("\uFEFFab\r\ncd\rée\n😀xy", 3, 2, 3, "e")]
    [InlineData("\uFEFFab\r\ncd\rée\n😀xy", 4, 3, 5, "xy")]
    [InlineData("a\r\n\r\nb", 3, 1, 2, "b")]
    [InlineData("\n\n\rb\n", 4, 1, 2, "b")]
    public void A_place_is_found_whatever_ends_the_lines(string text, int line, int from, int to, string expected)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Encoding.UTF8.GetString(bytes[new FileLines(bytes).BytesOf(new Place("x", line, from, line, to))!.Value]).Should().Be(expected);
    }

    [Theory]
    [InlineData(1, 1, 2, 1)] // more than a line
    [InlineData(1, 2, 1, 2)] // nothing
    [InlineData(1, 2, 1, 9)] // past the end of the line
    [InlineData(2, 2, 2, 4)] // within a character
    [InlineData(2, 1, 2, 2)] // within a character
    [InlineData(0, 1, 0, 2)]
    [InlineData(4, 1, 4, 2)]
    public void What_is_no_range_of_characters_is_refused(int line, int column, int endLine, int endColumn)
        => new FileLines("abc\n😀x\n"u8.ToArray()).BytesOf(new Place("x", line, column, endLine, endColumn)).Should().BeNull();

    [Fact]
    public void Changes_that_overlap_are_refused()
    {
        var lines = new FileLines("abcdef"u8.ToArray());
        TextEdit Edit(int from, int to) => new(new Place("x", 1, from, 1, to), "-");

        lines.With([Edit(4, 6), Edit(1, 3)]).Should().Equal("-c-f"u8.ToArray());
        lines.With([Edit(1, 3), Edit(2, 4)]).Should().BeNull();
    }
}
