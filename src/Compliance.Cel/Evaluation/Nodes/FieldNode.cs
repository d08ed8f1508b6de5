using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary><c>operand.field</c> of a record.</summary>
internal sealed class FieldNode(SourceSpan span, Node operand, CelRecordType record, CelField read) : Node(span, read.Type)
{
    private readonly CelKind kind = read.Type.Kind;
    private readonly Func<object, CelValue> get = read.Get;

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

        var value = get(host.AsRecord());
        return value.Kind == kind ? value : Odd(value);
    }

    private CelValue Odd(in CelValue value) => value.Kind == CelKind.Absent
        ? CelValue.Error($"{record.Name} has no {read.Name} here")
        : KindGuard.Check(value, read.Type, read.Name);
}
