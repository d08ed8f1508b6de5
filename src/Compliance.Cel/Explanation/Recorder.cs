using Compliance.Cel.Evaluation.Nodes;

namespace Compliance.Cel.Explanation;

/// <summary>Builds the tree of an explanation while an expression is evaluated. Bounded: after so many parts the rest is left out.</summary>
internal sealed class Recorder(string source)
{
    private const int MaxParts = 500;

    private readonly Stack<(Node Node, List<CelExplanation> Children)> open = new();
    private CelExplanation? root;
    private int parts;

    public void Enter(Node node) => open.Push((node, []));

    public void Leave(CelValue value)
    {
        var (node, children) = open.Pop();
        var explained = Make(node, value, children);
        if (open.Count == 0)
        {
            root = explained;
        }
        else if (parts < MaxParts)
        {
            open.Peek().Children.Add(explained);
        }

        parts++;
    }

    public CelExplanation Root(CelValue value) => root! with { Value = value };

    public CelExplanation Unevaluated(Node node, CelValue value) => Make(node, value, []);

    private static ExplanationRole RoleOf(Node node) => node switch
    {
        LiteralNode => ExplanationRole.Constant,
        VariableNode or LocalNode or FieldNode or HasFieldNode or KeyNode or HasKeyNode or IndexNode => ExplanationRole.Attribute,
        LogicalNode or QuantifierNode => ExplanationRole.Absorbing,
        _ => ExplanationRole.Operation,
    };

    private CelExplanation Make(Node node, CelValue value, List<CelExplanation> children)
        => new(node.Span.Start, node.Span.Length, source.Substring(node.Span.Start, node.Span.Length), value, children)
        {
            Role = RoleOf(node),
            IsCut = parts >= MaxParts,
        };
}
