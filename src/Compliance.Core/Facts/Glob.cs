namespace Compliance.Core.Facts;

/// <summary>Name patterns of the policy: <c>*</c> for any run of characters, <c>?</c> for exactly one; all else is literal, case-sensitive.</summary>
public static class Glob
{
    /// <summary>Linear in the text for each star; no backtracking beyond the last one.</summary>
    public static bool IsMatch(string text, string pattern)
    {
        var (t, p) = (0, 0);
        var (starAt, starText) = (-1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (starAt, starText) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (starAt >= 0)
            {
                p = starAt + 1;
                t = ++starText;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim('*').IsEmpty;
    }
}
