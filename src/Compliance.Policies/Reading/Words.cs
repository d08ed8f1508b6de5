namespace Compliance.Policies;

/// <summary>Small grammar for sentences.</summary>
internal static class Words
{
    /// <summary><c>a tier</c>, <c>an exemption</c>.</summary>
    public static string WithArticle(string noun) => (noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + noun;

    /// <summary><c>a, b or c</c>.</summary>
    public static string OneOf(IReadOnlyList<string> words) => words.Count < 2
        ? string.Concat(words)
        : string.Join(", ", words.Take(words.Count - 1)) + " or " + words[^1];

    /// <summary>A user's value for a message: quoted, and shortened when it is long.</summary>
    public static string Quoted(string value) => $"\"{Short(value)}\"";

    /// <summary>A user's value that needs no quotes, such as a number.</summary>
    public static string Short(string value)
    {
        const int longest = 60;
        return value.Length > longest ? string.Concat(value.AsSpan(0, longest), "…") : value;
    }
}
