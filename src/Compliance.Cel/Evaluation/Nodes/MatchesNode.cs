using Compliance.Cel.Matching;
using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>matches</c> with a pattern that was compiled with the expression.</summary>
internal sealed class MatchesNode(SourceSpan span, Node text, Node pattern, Pattern compiled) : Node(span, CelType.Bool)
{
    public override IReadOnlyList<Node> Children => [text, pattern];

    private protected override CelValue Run(Frame frame)
    {
        var value = text.Evaluate(frame);
        return value.IsValue ? compiled.IsMatch(value.AsString(), frame) : value;
    }
}
