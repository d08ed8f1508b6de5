using CsCheck;

namespace Compliance.Reporting.Tests;

public class UntrustedTextTests
{
    [Theory]
    [InlineData("ca01", "ca01")]
    [InlineData("a\nb\r\n\tc", @"a\nb\r\n\tc")]
    [InlineData("\e[31mred\e[0m", @"\x1B[31mred\x1B[0m")]
    [InlineData("\u009B2J", @"\x9B2J")]
    [InlineData("\u007F", @"\x7F")]
    [InlineData("a\u202Etxt.exe", @"a\u202Etxt.exe")]
    [InlineData("\u2066\u200B\u200D\uFEFF\u00AD", @"\u2066\u200B\u200D\uFEFF\xAD")]
    [InlineData("\u2028\u2029", @"\u2028\u2029")]
    [InlineData("\u3164\u115F", @"\u3164\u115F")]
    [InlineData("\U000E0041", @"\U000E0041")]
    [InlineData("\uFDD0\U0001FFFE", @"\uFDD0\U0001FFFE")]
    [InlineData("Größe · 💾 שלום", "Größe · 💾 שלום")]
    [InlineData(null, "")]
    public void What_cannot_be_seen_is_spelled_out(string? text, string visible) => UntrustedText.Visible(text).Should().Be(visible);

    [Fact]
    public void Noncharacters_that_XML_cannot_carry_are_spelled_out()
        => UntrustedText.Visible("\uFFFE\uFFFF").Should().Be(@"\uFFFE\uFFFF");

    // Not a row above: the test runner would replace the halves before the test sees them.
    [Fact]
    public void Half_a_surrogate_pair_is_spelled_out()
        => UntrustedText.Visible("lone\uD800x\uDC00💾").Should().Be(@"lone\uD800x\uDC00💾");

    [Fact]
    public void No_text_at_all_leaves_anything_deceptive()
        => Gen.String[Gen.Char, 0, 40].Sample(text => UntrustedText.Visible(text).EnumerateRunes().All(rune => !UntrustedText.IsDeceptive(rune)));

    [Fact]
    public void Visible_text_stays_as_it_is()
        => Gen.String[Gen.Char[' ', '~'], 0, 40].Sample(text => ReferenceEquals(UntrustedText.Visible(text), text));

    [Theory]
    [InlineData("12345", 5, "12345")]
    [InlineData("123456", 5, "12345… (1 more characters)")]
    [InlineData("1234💾6", 5, "1234… (3 more characters)")]
    [InlineData("1\n3", 2, @"1\… (2 more characters)")]
    public void What_is_cut_is_counted(string text, int limit, string shortened) => UntrustedText.Shortened(text, limit).Should().Be(shortened);
}
