using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>operand.field</c> of a record.</summary>
internal sealed class FieldNode(SourceSpan span, Node operand, CelRecordType record, CelField read) : Node(span, read.Type)
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
        return value.Kind == CelKind.Absent
            ? CelValue.Error($"{record.Name} has no {read.Name} here")
            : KindGuard.Check(value, read.Type, read.Name);
    }
}
