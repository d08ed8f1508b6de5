using Compliance.Cel.Evaluation.Functions;
using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>A function with its receiver, if any, as the first argument: strict, from the left.</summary>
internal sealed class CallNode(SourceSpan span, CelType type, Overload overload, Node[] arguments) : Node(span, type)
{
    private readonly CelFunction function = overload.Body;

    public Overload Overload => overload;

    public override IReadOnlyList<Node> Children => arguments;

    private protected override CelValue Run(Frame frame)
    {
        var buffer = default(ArgumentBuffer);
        Span<CelValue> values = buffer;
        var faults = default(StrictFaults);
        for (var i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i].Evaluate(frame);
            if (!values[i].IsValue && !faults.Add(values[i], frame))
            {
                break;
            }
        }

        return faults.Any ? faults.Result : function(values[..arguments.Length], frame);
    }
}
