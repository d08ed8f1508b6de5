namespace Compliance.Cel.Matching;

/// <summary>A state of the automaton: where it may go on.</summary>
internal sealed class Instruction
{
    /// <summary>Takes one code point of the set and goes to <see cref="Next"/>; null: takes nothing.</summary>
    public PatternNode.One? Takes { get; init; }

    /// <summary>Goes on only when this holds.</summary>
    public AssertionKind? Demands { get; init; }

    public bool IsMatch { get; init; }

    public int Next { get; set; } = -1;

    /// <summary>A second way on, or -1.</summary>
    public int Other { get; set; } = -1;
}
