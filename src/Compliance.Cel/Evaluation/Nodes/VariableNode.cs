using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>A variable of the environment.</summary>
internal sealed class VariableNode(SourceSpan span, CelVariable variable, int slot) : Node(span, variable.Type)
{
    private readonly CelKind kind = variable.Type.Kind;

    public CelVariable Variable => variable;

    public override IReadOnlyList<Node> Children => [];

    private protected override CelValue Run(Frame frame)
    {
        var value = frame.Slot(slot);
        return value.Kind == kind ? value : Odd(value);
    }

    private CelValue Odd(in CelValue value) => value.Kind == CelKind.Absent
        ? CelValue.Error($"{variable.Name} has no value here")
        : KindGuard.Check(value, variable.Type, variable.Name);
}
