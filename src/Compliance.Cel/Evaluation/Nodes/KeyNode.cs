using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>operand.key</c> of a map with string keys: the same as <c>operand["key"]</c>.</summary>
internal sealed class KeyNode(SourceSpan span, CelType type, Node operand, string key) : Node(span, type)
{
    private readonly CelValue keyValue = CelValue.Of(key);

    public Node Operand => operand;

    public string Key => key;

    public override IReadOnlyList<Node> Children => [operand];

    private protected override CelValue Run(Frame frame)
    {
        var map = operand.EvaluatePart(frame);
        return map.IsValue ? Elements.OfMap(map.MapEntries, keyValue) : map;
    }
}
