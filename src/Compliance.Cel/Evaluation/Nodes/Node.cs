using System.Runtime.CompilerServices;
using Compliance.Cel.Syntax;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>
/// A checked expression that can be evaluated. Evaluating is total: faults are values. Only a bug of a host's getter throws.
/// </summary>
internal abstract class Node(SourceSpan span, CelType type)
{
    public SourceSpan Span => span;

    /// <summary>The static type; may hold type variables that were bound later.</summary>
    public CelType Type => type;

    /// <summary>The nodes this one evaluates, in order.</summary>
    public abstract IReadOnlyList<Node> Children { get; }

    /// <summary>The value, used whole: an aggregate with unknown or broken parts gives its fault.</summary>
    public CelValue Evaluate(Frame frame) => Faults.Whole(EvaluatePart(frame));

    /// <summary>The value as the operand of a selection: parts of it that are not selected do not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CelValue EvaluatePart(Frame frame)
    {
        if (!frame.Charge(1))
        {
            return frame.Exhausted;
        }

        return frame.Recorder is null ? Run(frame) : Record(frame, frame.Recorder);
    }

    private CelValue Record(Frame frame, Explanation.Recorder recorder)
    {
        recorder.Enter(this);
        var value = Run(frame);
        recorder.Leave(Faults.Whole(value));
        return value;
    }

    /// <summary>Never absent.</summary>
    private protected abstract CelValue Run(Frame frame);
}
