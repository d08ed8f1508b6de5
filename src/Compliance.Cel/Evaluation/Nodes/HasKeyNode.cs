using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>has(operand.key)</c> of a map: the key is there, whatever its value; unknown when the value under it is.</summary>
internal sealed class HasKeyNode(SourceSpan span, Node operand, string key) : Node(span, CelType.Bool)
{
    private readonly CelValue keyValue = CelValue.Of(key);

    public Node Operand => operand;

    public string Key => key;

    public override IReadOnlyList<Node> Children => [operand];

    private protected override CelValue Run(Frame frame)
    {
        var map = operand.EvaluatePart(frame);
        if (!map.IsValue)
        {
            return map;
        }

        var found = map.MapEntries.TryFind(keyValue, out var value);
        return found && value.Kind == CelKind.Unknown ? value : CelValue.Of(found && value.Kind != CelKind.Absent);
    }
}
