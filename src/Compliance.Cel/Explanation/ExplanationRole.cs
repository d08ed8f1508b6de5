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
}
