namespace Compliance.Core.Assessments;

/// <summary>Orders texts as people count: <c>qemu/9</c> before <c>qemu/100</c>. Ordinal between the numbers.</summary>
internal static class NaturalOrder
{
    public static IComparer<string> Comparer { get; } = Comparer<string>.Create(Compare);

    private static int Compare(string one, string other)
    {
        var (i, j) = (0, 0);
        while (i < one.Length && j < other.Length)
        {
            if (char.IsAsciiDigit(one[i]) && char.IsAsciiDigit(other[j]))
            {
                var (first, second) = (Digits(one, ref i), Digits(other, ref j));
                var byNumber = first.Length != second.Length ? first.Length - second.Length : string.CompareOrdinal(first, second);
                if (byNumber != 0)
                {
                    return byNumber;
                }
            }
            else if (one[i] != other[j])
            {
                return one[i] - other[j];
            }
            else
            {
                i++;
                j++;
            }
        }

        var byLength = (one.Length - i) - (other.Length - j);
        return byLength != 0 ? byLength : string.CompareOrdinal(one, other);
    }

    private static string Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return text[start..at].TrimStart('0');
    }
}
