using System.Text.RegularExpressions;
using Compliance.Cel.Evaluation;

namespace Compliance.Cel.Matching;

/// <summary>
/// A regular expression with the meaning and the linear time of RE2: searched anywhere in the text, by code points, with ASCII
/// classes. .NET's engine without backtracking gives the time, <see cref="PatternTranslator"/> the meaning.
/// </summary>
internal sealed class Pattern
{
    private readonly Regex? regex;
    private readonly string fault;
    private readonly bool isAsciiOnly;

    private Pattern(Regex? regex, string fault, bool isAsciiOnly)
    {
        this.regex = regex;
        this.fault = fault;
        this.isAsciiOnly = isAsciiOnly;
    }

    /// <summary>A pattern that is none gives an error at every match, as the specification says.</summary>
    public static Pattern Compile(string pattern)
    {
        try
        {
            var translated = PatternTranslator.Translate(pattern);
            return new Pattern(new Regex(translated.Text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), string.Empty, translated.HasWordBoundary);
        }
        catch (PatternException fault)
        {
            return new Pattern(null, fault.Message, isAsciiOnly: false);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return new Pattern(null, "it is too large", isAsciiOnly: false);
        }
    }

    public CelValue IsMatch(string text, Frame frame)
    {
        if (regex is null)
        {
            return CelValue.Error($"the pattern cannot be used: {fault}");
        }

        // .NET finds word boundaries by Unicode, RE2 by ASCII; on ASCII text they agree.
        if (isAsciiOnly && text.AsSpan().ContainsAnyExceptInRange('\0', '\x7f'))
        {
            return CelValue.Error("\\b and \\B look at ASCII text only");
        }

        return frame.Charge(1 + text.Length) ? CelValue.Of(regex.IsMatch(text)) : frame.Exhausted;
    }
}
