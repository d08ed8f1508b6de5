using Compliance.Cel.Syntax;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>
/// <c>filter</c> and <c>map</c>: those elements for which the predicate holds (null: all), each turned into the result
/// (null: itself). Any step that is unknown or fails is the outcome.
/// </summary>
internal sealed class ProjectNode(SourceSpan span, CelType type, Node range, int local, Node? predicate, Node? result) : Node(span, type)
{
    public override IReadOnlyList<Node> Children => [.. new[] { range, predicate, result }.OfType<Node>()];

    private protected override CelValue Run(Frame frame)
    {
        var elements = Ranges.Of(range.Evaluate(frame), out var fault);
        if (elements is null)
        {
            return fault;
        }

        var made = new List<CelValue>();
        foreach (var element in elements)
        {
            frame.Bind(local, element);
            var holds = predicate?.Evaluate(frame) ?? CelValue.True;
            if (!holds.IsValue)
            {
                return holds;
            }

            if (holds.AsBool())
            {
                var value = result?.Evaluate(frame) ?? element;
                if (!value.IsValue)
                {
                    return value;
                }

                made.Add(value);
            }
        }

        return made.Count > frame.Limits.ListSize ? frame.TooManyElements : CelValue.FromArray([.. made]);
    }
}
