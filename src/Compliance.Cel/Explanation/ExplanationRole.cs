namespace Compliance.Cel.Explanation;

/// <summary>How a part takes part in a decision.</summary>
internal enum ExplanationRole
{
    /// <summary>Its parts matter all.</summary>
    Operation,

    /// <summary>Known before: explains nothing.</summary>
    Constant,

    /// <summary>A variable, a field, an element: the ground of an explanation.</summary>
    Attribute,

    /// <summary>A chain or a quantifier: the parts with the decisive outcome matter, or all when none has it.</summary>
    Absorbing,

    /// <summary>A conditional: its condition, and the branch that was taken.</summary>
    Choosing,

    /// <summary>Picks elements: those it took matter, or all when it took none. The first part is what it picks from.</summary>
    Selecting,

    /// <summary>Turns elements into something: that matters, and not what it was made from, which is the first part.</summary>
    Projecting,
}
