using static Compliance.Cel.Matching.PatternNode;

namespace Compliance.Cel.Matching;

/// <summary>Turns a parsed pattern into an automaton, built from its end so that every state knows the next.</summary>
internal sealed class PatternCompiler
{
    /// <summary>Repetitions of repetitions multiply; the time of a match is this times the length of the text.</summary>
    private const int MaxInstructions = 10_000;

    /// <summary>Repetitions of nothing make no instruction, however often they are written out.</summary>
    private const int MaxWork = 100_000;

    private readonly List<Instruction> instructions = [];
    private int work;

    public IReadOnlyList<Instruction> Instructions => instructions;

    public bool IsTooLarge => instructions.Count > MaxInstructions || work > MaxWork;

    /// <summary>The first instruction of the whole pattern.</summary>
    public int Compile(PatternNode tree) => Compile(tree, Add(new Instruction { IsMatch = true }));

    private int Compile(PatternNode node, int next)
    {
        work++;
        if (IsTooLarge)
        {
            return next;
        }

        return node switch
        {
            One one => Add(new Instruction { Takes = one, Next = next }),
            Assertion assertion => Add(new Instruction { Demands = assertion.Kind, Next = next }),
            Sequence sequence => sequence.Parts.Reverse().Aggregate(next, (after, part) => Compile(part, after)),
            Choice choice => Split([.. choice.Ways.Select(way => Compile(way, next))]),
            Repeat repeat => Repeated(repeat, next),
            _ => throw new InvalidOperationException($"{node} is no pattern."),
        };
    }

    private int Repeated(Repeat repeat, int next)
    {
        if (repeat.Max is { } max)
        {
            for (var i = repeat.Min; i < max && !IsTooLarge; i++)
            {
                next = Add(new Instruction { Next = Compile(repeat.Part, next), Other = next });
            }
        }
        else
        {
            var loop = Add(new Instruction { Other = next });
            instructions[loop].Next = Compile(repeat.Part, loop);
            next = loop;
        }

        for (var i = 0; i < repeat.Min && !IsTooLarge; i++)
        {
            next = Compile(repeat.Part, next);
        }

        return next;
    }

    private int Split(int[] ways) => ways.Skip(1).Aggregate(ways[0], (first, other) => Add(new Instruction { Next = first, Other = other }));

    private int Add(Instruction instruction)
    {
        instructions.Add(instruction);
        return instructions.Count - 1;
    }
}
