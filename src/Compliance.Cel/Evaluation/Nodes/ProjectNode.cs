using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>
/// <c>filter</c> and <c>map</c>: those elements for which the predicate holds (null: all), each turned into the result
/// (null: itself). All steps must have a value.
/// </summary>
internal sealed class ProjectNode(SourceSpan span, CelType type, Node range, int local, Node? predicate, Node? result) : Node(span, type)
{
    public int Local => local;

    public bool HasPredicate => predicate is not null;

    public bool HasResult => result is not null;

    public override IReadOnlyList<Node> Children { get; } = [.. new[] { range, predicate, result }.OfType<Node>()];

    private protected override CelValue Run(Frame frame)
    {
        var elements = Ranges.Of(range.Evaluate(frame), frame, out var fault);
        if (elements is null)
        {
            return fault;
        }

        var made = new List<CelValue>();
        var faults = default(StrictFaults);
        for (var i = 0; i < elements.Length; i++)
        {
            frame.Bind(local, elements[i], i);
            if (Project(elements[i], frame) is { Kind: not CelKind.Absent } value)
            {
                if (!faults.Add(value, frame) || frame.IsExhausted)
                {
                    break;
                }

                made.Add(value);
            }
        }

        return faults.Any ? faults.Result : made.Count > frame.Limits.ListSize ? frame.TooManyElements : frame.Bounded(CelValue.FromArray([.. made]));
    }

    /// <summary>What the element becomes, or the fault on the way there; absent when it is left out.</summary>
    private CelValue Project(CelValue element, Frame frame)
    {
        var holds = predicate?.Evaluate(frame) ?? CelValue.True;
        return !holds.IsValue ? holds : !holds.AsBool() ? CelValue.Absent : result?.Evaluate(frame) ?? element;
    }
}
