namespace Compliance.Policies;

/// <summary>Finds the end of a string of the rule language, only to tell its braces from those of the template.</summary>
internal static class CelString
{
    /// <param name="quote">index of the opening quote; it may be one quote or three, and the string raw (<c>r"..."</c>)</param>
    /// <returns>the index after the closing quote; null when it is not closed</returns>
    public static int? End(string text, int quote)
    {
        var isRaw = quote > 0 && text[quote - 1] is 'r' or 'R' && (quote == 1 || !char.IsAsciiLetterOrDigit(text[quote - 2]));
        var sign = text[quote];
        var isTriple = quote + 2 < text.Length && text[quote + 1] == sign && text[quote + 2] == sign;
        var closing = isTriple ? new string(sign, 3) : sign.ToString();
        for (var index = quote + closing.Length; index < text.Length; index++)
        {
            if (text[index] == '\\' && !isRaw)
            {
                index++;
            }
            else if (string.CompareOrdinal(text, index, closing, 0, closing.Length) == 0)
            {
                return index + closing.Length;
            }
        }

        return null;
    }
}
