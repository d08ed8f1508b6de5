using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>A value known when the expression was compiled.</summary>
internal sealed class LiteralNode(SourceSpan span, CelType type, CelValue value) : Node(span, type)
{
    public CelValue Value => value;

    public override IReadOnlyList<Node> Children => [];

    private protected override CelValue Run(Frame frame) => value;
}
