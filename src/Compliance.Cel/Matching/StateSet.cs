namespace Compliance.Cel.Matching;

/// <summary>The states an automaton is in at one place of a text, each once.</summary>
internal sealed class StateSet(Instruction[] instructions, string text)
{
    private readonly bool[] isIn = new bool[instructions.Length];
    private readonly List<int> states = [];
    private readonly Stack<int> pending = new();

    public bool HasMatch { get; private set; }

    public int Count => states.Count;

    /// <summary>Enters a state and all that follow from it without taking a code point.</summary>
    public void Add(int state, int at)
    {
        pending.Push(state);
        while (pending.TryPop(out var next))
        {
            if (next < 0 || isIn[next])
            {
                continue;
            }

            isIn[next] = true;
            states.Add(next);
            var instruction = instructions[next];
            HasMatch |= instruction.IsMatch;
            if (instruction.Takes is null && (instruction.Demands is not { } kind || Holds(kind, at)))
            {
                pending.Push(instruction.Other);
                pending.Push(instruction.Next);
            }
        }
    }

    /// <summary>Takes a code point; <paramref name="after"/> is the offset behind it.</summary>
    public void Step(int codePoint, int after, StateSet next)
    {
        Span<int> cases = stackalloc int[CaseFolding.MostCases];
        cases[0] = codePoint;
        var known = 1;
        foreach (var state in states)
        {
            if (instructions[state] is not { Takes: { } one } instruction)
            {
                continue;
            }

            if (one.IgnoreCase && known == 1)
            {
                known = CaseFolding.Cases(codePoint, cases);
            }

            if (Takes(one, cases[..(one.IgnoreCase ? known : 1)]))
            {
                next.Add(instruction.Next, after);
            }
        }
    }

    private static bool Takes(PatternNode.One one, ReadOnlySpan<int> cases)
    {
        var isIn = HasAny(one.Set, cases);
        for (var i = 0; i < one.Except.Count && !isIn; i++)
        {
            isIn = !HasAny(one.Except[i], cases);
        }

        return isIn != one.IsNegated;
    }

    private static bool HasAny(CodePointSet set, ReadOnlySpan<int> cases)
    {
        foreach (var codePoint in cases)
        {
            if (set.Contains(codePoint))
            {
                return true;
            }
        }

        return false;
    }

    public void Clear()
    {
        foreach (var state in states)
        {
            isIn[state] = false;
        }

        states.Clear();
        HasMatch = false;
    }

    private bool Holds(AssertionKind kind, int at) => kind switch
    {
        AssertionKind.TextStart => at == 0,
        AssertionKind.TextEnd => at == text.Length,
        AssertionKind.LineStart => at == 0 || text[at - 1] == '\n',
        AssertionKind.LineEnd => at == text.Length || text[at] == '\n',
        AssertionKind.WordBoundary => IsWord(at - 1) != IsWord(at),
        _ => IsWord(at - 1) == IsWord(at),
    };

    private bool IsWord(int index) => index >= 0 && index < text.Length && (char.IsAsciiLetterOrDigit(text[index]) || text[index] == '_');
}
