using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>Verdicts as people write them in cases and read them in reports.</summary>
public static class VerdictText
{
    /// <summary>Every verdict with its word.</summary>
    public static IReadOnlyList<(string Word, Verdict Verdict)> All { get; } =
    [
        ("pass", Verdict.Pass), ("fail", Verdict.Fail), ("unknown", Verdict.Unknown), ("not-applicable", Verdict.NotApplicable),
    ];

    public static string Of(Verdict verdict) => All.First(pair => pair.Verdict == verdict).Word;

    /// <summary>Which of several verdicts on one subject counts: the heaviest.</summary>
    public static int Weight(Verdict verdict) => verdict switch
    {
        Verdict.Fail => 3,
        Verdict.Unknown => 2,
        Verdict.Pass => 1,
        _ => 0,
    };
}
