namespace Compliance.Cel;

/// <summary>Bounds on source and evaluation, so that no expression can take the host down.</summary>
public sealed record CelLimits
{
    public static CelLimits Default { get; } = new();

    /// <summary>UTF-16 units of source.</summary>
    public int SourceLength { get; init; } = 65_536;

    /// <summary>
    /// Depth of the expression tree: parentheses, calls in calls, operators in a chain (<c>&amp;&amp;</c> and <c>||</c> chains count
    /// as one). The specification asks for at least 32. Compiling and evaluating recurse this deep, so the stack bounds it.
    /// </summary>
    public int Depth { get; init; } = 200;

    /// <summary>Steps of one evaluation; a step is a node visited, an element or 16 units of text touched.</summary>
    public long Steps { get; init; } = 10_000_000;

    /// <summary>UTF-16 units of a string that an expression makes.</summary>
    public int StringLength { get; init; } = 1 << 20;

    /// <summary>Elements of a list that an expression makes.</summary>
    public int ListSize { get; init; } = 100_000;

    /// <summary>
    /// All of a list or map that an expression makes: elements, those inside of elements too, and one for every 16 units of
    /// text. An aggregate that holds another twice counts it twice, as whoever prints or compares it looks at it twice.
    /// </summary>
    public long ValueSize { get; init; } = 1_000_000;
}
