using System.Text.RegularExpressions;

namespace Compliance.Policies;

/// <summary>The form of a kind of text, and how to speak of it.</summary>
/// <param name="Noun">with its article, such as <c>a storage id</c></param>
/// <param name="Rule">what it may be made of, as a sentence</param>
internal sealed record TextForm(Regex Regex, string Noun, string Rule)
{
    /// <summary>What a text that does not fit is reported as.</summary>
    public ProblemCode Code { get; init; } = ProblemCodes.BadName;

    /// <summary><c>$</c> also stands before a last line end in .NET, not in JSON Schema; so such a text is refused.</summary>
    public bool Fits(string value) => Regex.IsMatch(value) && (value.Length == 0 || value[^1] != '\n');
}
