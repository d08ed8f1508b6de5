using System.Globalization;
using System.Text.RegularExpressions;

namespace Compliance.Reporting.Tests;

public class StylesheetTests
{
    private static readonly string Sheet = Repository.Read("reports/templates/report.css");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Text_has_the_contrast_that_WCAG_AA_asks_for(int scheme)
    {
        var colors = Scheme(scheme);
        (string Text, string Ground)[] pairs =
        [
            ("ink", "page"), ("ink", "card"), ("ink", "sunk"), ("soft", "page"), ("soft", "card"), ("soft", "sunk"), ("link", "card"), ("link", "sunk"),
            ("good", "card"), ("good", "good-wash"), ("bad", "card"), ("bad", "bad-wash"), ("doubt", "card"), ("doubt", "doubt-wash"),
            ("note", "card"), ("note", "note-wash"), ("ink", "note-wash"), ("link", "note-wash"),
        ];

        foreach (var (text, ground) in pairs)
        {
            Contrast(colors[text], colors[ground]).Should().BeGreaterThanOrEqualTo(4.5, $"--{text} on --{ground}");
        }
    }

    [Fact]
    public void Sheet_has_a_dark_a_narrow_and_a_printed_form()
        => Sheet.Should().ContainAll("@media (prefers-color-scheme: dark)", "@media (max-width: 40rem)", "@media print", ":focus-visible");

    // The first :root is the light scheme, the second the dark one.
    private static Dictionary<string, double> Scheme(int index)
        => Regex.Matches(Regex.Matches(Sheet, @":root \{(.*?)\}", RegexOptions.Singleline)[index].Value, "--([a-z-]+): #([0-9a-f]{3,6});")
            .ToDictionary(match => match.Groups[1].Value, match => Luminance(match.Groups[2].Value));

    private static double Luminance(string hex)
    {
        var full = hex.Length == 3 ? string.Concat(hex.Select(digit => $"{digit}{digit}")) : hex;
        double Channel(int at)
        {
            var value = int.Parse(full.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return 0.2126 * Channel(0) + 0.7152 * Channel(2) + 0.0722 * Channel(4);
    }

    private static double Contrast(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
}
