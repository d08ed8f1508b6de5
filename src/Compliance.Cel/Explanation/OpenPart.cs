using Compliance.Cel.Evaluation.Nodes;

namespace Compliance.Cel.Explanation;

/// <summary>A part that is being evaluated.</summary>
internal sealed class OpenPart(Node node, int partsBefore)
{
    public Node Node => node;

    /// <summary>How many parts had been written down when it began.</summary>
    public int PartsBefore => partsBefore;

    public List<CelExplanation> Children { get; } = [];

    public bool IsCut { get; set; }

    /// <summary>Whether a child with this outcome says why the whole has its own.</summary>
    public bool IsDecidedBy(CelValue value) => !value.IsValue || node switch
    {
        LogicalNode chain => value.Kind == CelKind.Bool && value.AsBool() != chain.IsAnd,
        QuantifierNode quantifier => value.Kind == CelKind.Bool && value.AsBool() != quantifier.IsAll,
        ExistsOneNode or ProjectNode { HasPredicate: true } => value.Kind == CelKind.Bool && value.AsBool(),
        ProjectNode => false,
        _ => true,
    };
}
