using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>
/// <c>has(operand.field)</c> of a record: whether the field is there, whatever its value. A field that is unknown or broken
/// gives just that: nobody can say whether it is there.
/// </summary>
internal sealed class HasFieldNode(SourceSpan span, Node operand, CelRecordType record, CelField read) : Node(span, CelType.Bool)
{
    public Node Operand => operand;

    public CelField Field => read;

    public CelRecordType Record => record;

    public override IReadOnlyList<Node> Children => [operand];

    private protected override CelValue Run(Frame frame)
    {
        var host = operand.EvaluatePart(frame);
        if (!host.IsValue)
        {
            return host;
        }

        var value = read.Get(host.AsRecord());
        return value.Kind == CelKind.Absent ? CelValue.False : value.IsValue ? CelValue.True : value;
    }
}
