using System.Collections.Immutable;
using System.Text;

namespace Compliance.Policies;

/// <summary>
/// A text with <c>{expression}</c> in it. <c>{{</c> and <c>}}</c> print a brace. Inside an expression, braces of map literals
/// and braces in strings belong to the expression.
/// </summary>
public sealed class RuleTemplate
{
    private RuleTemplate(RuleText text, ImmutableArray<TemplateSegment> segments)
    {
        Text = text;
        Segments = segments;
    }

    public RuleText Text { get; }

    /// <summary>In order; text segments are never empty.</summary>
    public ImmutableArray<TemplateSegment> Segments { get; }

    /// <summary>Null when a brace has no partner or an expression is empty; reported.</summary>
    internal static RuleTemplate? Split(RuleText text, ProblemList problems)
    {
        var value = text.Value;
        var segments = ImmutableArray.CreateBuilder<TemplateSegment>();
        var literal = new StringBuilder();
        var literalStart = 0;
        var isBalanced = true;
        void EndLiteral(int next)
        {
            if (literal.Length > 0)
            {
                segments.Add(new TemplateSegment(literal.ToString(), IsExpression: false, literalStart));
                literal.Clear();
            }

            literalStart = next;
        }

        for (var index = 0; index < value.Length; index++)
        {
            var character = value[index];
            if (character is not ('{' or '}'))
            {
                literal.Append(character);
            }
            else if (index + 1 < value.Length && value[index + 1] == character)
            {
                literal.Append(character);
                index++;
            }
            else if (character == '}')
            {
                problems.Add(
                    ProblemCodes.UnbalancedBrace,
                    text.PlaceOf(index, 1),
                    "this \"}\" closes nothing",
                    "Write \"}}\" to print a brace.");
                isBalanced = false;
            }
            else if (ExpressionEnd(value, index + 1) is not { } end)
            {
                problems.Add(
                    ProblemCodes.UnbalancedBrace,
                    text.PlaceOf(index, 1),
                    "this \"{\" is never closed",
                    "Close it with \"}\", or write \"{{\" to print a brace.");
                return null;
            }
            else
            {
                EndLiteral(end + 1);
                var expression = value[(index + 1)..end];
                if (string.IsNullOrWhiteSpace(expression))
                {
                    problems.Add(
                        ProblemCodes.UnbalancedBrace,
                        text.PlaceOf(index, end + 1 - index),
                        "there is no expression between these braces",
                        "Write one, or \"{{}}\" to print the braces.");
                    isBalanced = false;
                }

                segments.Add(new TemplateSegment(expression, IsExpression: true, index + 1));
                index = end;
            }
        }

        EndLiteral(value.Length);
        return isBalanced ? new RuleTemplate(text, segments.ToImmutable()) : null;
    }

    /// <summary>The index of the brace that closes the expression; null when there is none.</summary>
    private static int? ExpressionEnd(string value, int start)
    {
        var depth = 0;
        for (var index = start; index < value.Length; index++)
        {
            switch (value[index])
            {
                case '{':
                    depth++;
                    break;
                case '}' when depth == 0:
                    return index;
                case '}':
                    depth--;
                    break;
                case '"' or '\'':
                    if (CelString.End(value, index) is not { } end)
                    {
                        return null;
                    }

                    index = end - 1;
                    break;
                default:
                    break;
            }
        }

        return null;
    }
}
