using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>The variable of a macro.</summary>
internal sealed class LocalNode(SourceSpan span, CelType type, string name, int index) : Node(span, type)
{
    public string Name => name;

    public int Index => index;

    public override IReadOnlyList<Node> Children => [];

    private protected override CelValue Run(Frame frame) => frame.Local(index);
}
