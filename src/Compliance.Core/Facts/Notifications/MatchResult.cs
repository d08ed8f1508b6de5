namespace Compliance.Core.Facts.Notifications;

/// <summary>Whether something matches: yes, no, or it cannot be told, with the reason.</summary>
/// <param name="Matches">null when it cannot be told</param>
/// <param name="Doubt">why not</param>
public readonly record struct MatchResult(bool? Matches, string? Doubt)
{
    public static MatchResult Of(bool matches) => new(matches, null);

    public static MatchResult Unknown(string doubt) => new(null, doubt);

    /// <summary>The opposite; what cannot be told stays so.</summary>
    public MatchResult Inverted => Matches is { } matches ? Of(!matches) : this;

    /// <summary>Both, or with <paramref name="any"/> either: one that decides makes the other irrelevant.</summary>
    public MatchResult Combine(MatchResult other, bool any)
        => Matches == any ? this : other.Matches == any ? other : Matches is null ? this : other;
}
