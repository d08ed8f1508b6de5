using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>operand.field</c> of a record.</summary>
internal sealed class FieldNode(SourceSpan span, Node operand, CelRecordType record, CelField selected) : Node(span, selected.Type)
{
    public Node Operand => operand;

    public CelField Field => selected;

    public CelRecordType Record => record;

    public override IReadOnlyList<Node> Children => [operand];

    private protected override CelValue Run(Frame frame)
    {
        var host = operand.EvaluatePart(frame);
        if (!host.IsValue)
        {
            return host;
        }

        var value = selected.Get(host.AsRecord());
        return value.Kind == CelKind.Absent
            ? CelValue.Error($"{record.Name} has no {selected.Name} here")
            : KindGuard.Check(value, selected.Type, selected.Name);
    }
}
