using Compliance.Core.Facts.Access;

namespace Compliance.Core.Tests.Facts.Access;

/// <summary>The words in which vectors say what a call gives.</summary>
internal static class ExpectedAnswer
{
    private static readonly string[] SignsOfFilter = ["empty", "filtered", "missing", "only"];

    public static CallAnswer[] Parse(string text)
    {
        var isRefused = text.Contains("403", StringComparison.Ordinal);
        var isShorter = SignsOfFilter.Any(sign => text.Contains(sign, StringComparison.Ordinal));
        return
        [
            .. isRefused ? new[] { CallAnswer.Refused } : [],
            .. text.Contains("200", StringComparison.Ordinal) ? new[] { isShorter ? CallAnswer.Filtered : CallAnswer.Whole } : [],
        ];
    }
}
