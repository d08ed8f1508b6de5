using System.Text.RegularExpressions;
using Compliance.Cel;

namespace Compliance.Core.Facts.Notifications;

/// <summary>
/// A regular expression of a matcher, searched for anywhere in the value. Proxmox uses Rust's regex crate, whose syntax is
/// RE2's with few additions; ours is the RE2 of the rule language, in linear time. What only Rust knows cannot be told: a
/// pattern misread could make a green report of a failure nobody hears of.
/// </summary>
internal sealed partial class FieldPattern
{
    private static readonly CelEnvironment Variables = new(("value", CelType.String), ("pattern", CelType.String));

    private static readonly CelProgram Search = CelCompiler.Compile("value.matches(pattern)", Variables).Program!;

    private readonly string text;
    private readonly bool isOnlyRust;

    public FieldPattern(string text)
    {
        this.text = text;
        isOnlyRust = OnlyRust().IsMatch(text);
        IsInvalid = !isOnlyRust && IsRefused(text);
    }

    /// <summary>Neither Rust nor RE2 takes it: brackets that do not close, and the like.</summary>
    public bool IsInvalid { get; }

    public MatchResult Matches(string value)
        => !isOnlyRust && Evaluate(text, value) is { Kind: CelKind.Bool } found
            ? MatchResult.Of(found.AsBool())
            : MatchResult.Unknown($"the pattern \"{text}\" cannot be read here");

    private static bool IsRefused(string pattern)
    {
        // .NET is the second opinion: what neither takes is wrong, what one of them takes may be right.
        if (Evaluate(pattern, string.Empty).Kind != CelKind.Error)
        {
            return false;
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static CelValue Evaluate(string pattern, string value)
        => Search.Evaluate(new CelBindings(Variables) { ["value"] = CelValue.Of(value), ["pattern"] = CelValue.Of(pattern) });

    // Sets within sets and their operations, open counts, word ends, hexadecimal escapes, and flags of Rust alone.
    [GeneratedRegex(@"\[[^\]]*(\[[^:]|&&|--|~~)|\{,|\\[<>uUx]|\\b\{|\(\?[a-z]*[xRu]", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyRust();
}
