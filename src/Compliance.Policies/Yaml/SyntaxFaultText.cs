namespace Compliance.Policies;

/// <summary>The parser's words for a syntax fault, in words that help.</summary>
internal static class SyntaxFaultText
{
    public const string Tab = "a tab cannot indent YAML";

    private static readonly (string Sign, string Message, string Fix)[] Known =
    [
        ("invalid tab as indentation", Tab, "Use spaces."),
        ("tab character that violate indentation", Tab, "Use spaces."),
        ("character that cannot start any token", "a value cannot begin with this character", "Put the value in quotes."),
        ("scanning a quoted scalar, found unexpected end of stream", "this quote is never closed", "Close it."),
        ("found unknown escape character", "this text in double quotes has a backslash that means nothing", "Double the backslash, or use single quotes."),
        ("scanning a plain scalar value, found invalid mapping", "there is a second \": \" in this value", "Put the value in quotes, or mend the indentation."),
        ("scanning a multiline plain scalar, found invalid mapping", "the line before has no \": \"", "Write \"key: value\", or mend the indentation."),
        ("did not find expected '-' indicator", "a list item begins with \"- \", and this line does not", "Mend the indentation, or add the \"- \"."),
        ("did not find expected key", "a key was expected here", "Mend the indentation, or put the value before it in quotes."),
        ("did not find expected ',' or '}'", "a \"{\" before this is never closed, or a comma is missing", "Close it with \"}\"."),
        ("did not find expected ',' or ']'", "a \"[\" before this is never closed, or a comma is missing", "Close it with \"]\"."),
        ("did not find expected node content", "a value was expected here", "Put text that begins with a bracket in quotes."),
        ("found invalid Unicode surrogates", "this text in double quotes has half of a character", "Write the whole character."),
        ("block scalar, did not find expected comment or line break", "the text after \"|\" or \">\" must begin on the next line", "Begin a new line."),
    ];

    /// <summary>The sentence and the fix for a message of the parser.</summary>
    public static (string Message, string? Fix) Of(string parserMessage)
    {
        foreach (var (sign, message, fix) in Known)
        {
            if (parserMessage.Contains(sign, StringComparison.Ordinal))
            {
                return (message, fix);
            }
        }

        var text = parserMessage.TrimEnd('.');
        return ($"this is not valid YAML ({char.ToLowerInvariant(text[0])}{text[1..]})", null);
    }
}
