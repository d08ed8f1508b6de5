using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>A value known when the expression was compiled.</summary>
internal sealed class LiteralNode(SourceSpan span, CelType type, CelValue value) : Node(span, type)
{
    public CelValue Value => value;

    /// <summary>What it was computed from; empty for a literal of the source.</summary>
    public IReadOnlyList<Node> Parts { get; init; } = [];

    public override IReadOnlyList<Node> Children => [];

    private protected override CelValue Run(Frame frame) => value;
}
