using System.Globalization;

namespace Compliance.Policies;

/// <summary>Durations as policies write them: <c>90d</c>, <c>6h</c>, <c>30m</c>, <c>1d12h</c>.</summary>
public static class Durations
{
    /// <summary>Null when the text is not a duration (<see cref="Patterns.Duration"/>).</summary>
    public static TimeSpan? Parse(string text)
    {
        if (!TextForms.Duration.Fits(text))
        {
            return null;
        }

        var sum = TimeSpan.Zero;
        var number = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                number = number * 10 + (character - '0');
                continue;
            }

            sum += character switch { 'd' => TimeSpan.FromDays(number), 'h' => TimeSpan.FromHours(number), _ => TimeSpan.FromMinutes(number) };
            number = 0;
        }

        return sum;
    }

    /// <summary>The shortest way to write it; whole minutes.</summary>
    public static string Format(TimeSpan duration)
    {
        string Part(int number, char unit) => number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{number}{unit}");
        var text = Part(duration.Days, 'd') + Part(duration.Hours, 'h') + Part(duration.Minutes, 'm');
        return text.Length == 0 ? "0m" : text;
    }
}
