using System.Diagnostics.CodeAnalysis;
using Compliance.Cel.Evaluation;

namespace Compliance.Cel.Matching;

/// <summary>
/// A pattern of <c>matches()</c>: RE2 syntax, searched anywhere in the text, in time linear in its length. Own automaton and
/// not .NET's, because .NET cannot be made to agree: its <c>\b</c> is Unicode's, and a replacement by look-around is not
/// allowed with <c>RegexOptions.NonBacktracking</c>; its <c>.</c> and negated classes take half of a surrogate pair.
/// </summary>
internal sealed class Pattern
{
    /// <summary>UTF-16 units of a pattern, at most.</summary>
    public const int MaxLength = 10_000;

    private readonly Instruction[] instructions;
    private readonly int first;

    private Pattern(IReadOnlyList<Instruction> instructions, int first)
    {
        this.instructions = [.. instructions];
        this.first = first;
    }

    /// <summary>What it weighs in memory.</summary>
    public int States => instructions.Length;

    public static bool TryCompile(string source, [NotNullWhen(true)] out Pattern? pattern, [NotNullWhen(false)] out string? problem)
    {
        var text = new PatternText(source);
        if (source.Length > MaxLength)
        {
            text.Fail($"it is longer than {MaxLength} characters");
        }

        var tree = new PatternParser(text).Parse();
        var compiler = new PatternCompiler();
        var first = text.Problem is null ? compiler.Compile(tree) : 0;
        if (compiler.IsTooLarge)
        {
            text.Fail("it is too large once its repetitions are written out");
        }

        problem = text.Problem;
        pattern = problem is null ? new Pattern(compiler.Instructions, first) : null;
        return pattern is not null;
    }

    /// <summary>Whether the pattern is found anywhere; an error when the budget of the evaluation ends first.</summary>
    public CelValue IsMatch(string text, Frame frame)
    {
        // A set of states has to be cleared before the first character is looked at.
        if (!frame.Charge(instructions.Length / 64))
        {
            return frame.Exhausted;
        }

        var current = new StateSet(instructions, text);
        var next = new StateSet(instructions, text);
        for (var at = 0; ;)
        {
            current.Add(first, at);
            if (current.HasMatch)
            {
                return CelValue.True;
            }

            if (at >= text.Length)
            {
                return CelValue.False;
            }

            if (!frame.Charge(1 + (current.Count / 4)))
            {
                return frame.Exhausted;
            }

            var width = Values.Texts.Width(text, at);
            current.Step(width == 2 ? char.ConvertToUtf32(text[at], text[at + 1]) : text[at], at + width, next);
            (current, next) = (next, current);
            next.Clear();
            at += width;
        }
    }
}
