using System.Globalization;
using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;

namespace Compliance.Cel.Explanation;

/// <summary>
/// Builds the tree of an explanation while an expression is evaluated. Bounded: of a long chain or macro the parts that decide
/// nothing are left out first, so that the one element of thousands that failed is there.
/// </summary>
internal sealed class Recorder(string source)
{
    private const int MaxParts = 500;

    /// <summary>From here on only parts that decide are kept.</summary>
    private const int ManyParts = MaxParts / 2;

    /// <summary>Parts of one chain or macro that are kept whether they decide or not.</summary>
    private const int ManyChildren = 20;

    private readonly Stack<OpenPart> open = new();
    private readonly Dictionary<Node, string> texts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, string> elements = [];
    private CelExplanation? root;
    private int parts;

    public void Enter(Node node) => open.Push(new OpenPart(node, parts));

    public void Leave(CelValue value)
    {
        var part = open.Pop();
        parts++;
        var explained = Make(part, value);
        if (open.Count == 0)
        {
            root = explained;
        }
        else if (IsWanted(open.Peek(), value))
        {
            open.Peek().Children.Add(explained);
        }
        else
        {
            parts = part.PartsBefore;
            open.Peek().IsCut = true;
        }
    }

    /// <summary>The macro that is open binds its variable to an element of its range.</summary>
    public void Element(int local, int position)
    {
        if (open.Peek().Children is [{ Role: ExplanationRole.Attribute, Value.Kind: CelKind.List } range, ..])
        {
            elements[local] = string.Create(CultureInfo.InvariantCulture, $"{range.Name}[{position}]");
        }
        else
        {
            elements.Remove(local);
        }
    }

    public CelExplanation Root(CelValue value) => root! with { Value = value };

    public CelExplanation Unevaluated(Node node, CelValue value) => Make(new OpenPart(node, 0), value);

    private bool IsWanted(OpenPart parent, CelValue value)
        => parts <= MaxParts && ((parts <= ManyParts && parent.Children.Count <= ManyChildren) || parent.IsDecidedBy(value));

    private CelExplanation Make(OpenPart part, CelValue value)
    {
        var span = part.Node.Span;
        if (!texts.TryGetValue(part.Node, out var text))
        {
            texts.Add(part.Node, text = source.Substring(span.Start, span.Length));
        }

        return new(span.Start, span.Length, text, value, part.Children)
        {
            Name = Name(part, text),
            Role = RoleOf(part.Node),
            Operator = OperatorOf(part.Node),
            IsCut = part.IsCut || part.Children.Exists(child => child.IsCut),
        };
    }

    private static ExplanationRole RoleOf(Node node) => node switch
    {
        LiteralNode => ExplanationRole.Constant,
        VariableNode or LocalNode or FieldNode or HasFieldNode or KeyNode or HasKeyNode or IndexNode => ExplanationRole.Attribute,
        LogicalNode or QuantifierNode => ExplanationRole.Absorbing,
        ConditionalNode => ExplanationRole.Choosing,
        ExistsOneNode or ProjectNode { HasPredicate: true } => ExplanationRole.Selecting,
        ProjectNode => ExplanationRole.Projecting,
        _ => ExplanationRole.Operation,
    };

    private static string? OperatorOf(Node node) => node switch
    {
        EqualNode equal => Precedence.Symbol(equal.Symbol),
        OrderNode order => Precedence.Symbol(order.Symbol),
        InNode => Precedence.Symbol(TokenKind.In),
        NotNode => Precedence.Symbol(TokenKind.Not),
        _ => null,
    };

    /// <summary>As written, but with the element in the place of the macro variable.</summary>
    private string Name(OpenPart part, string text) => (part.Node, part.Children) switch
    {
        (LocalNode local, _) => elements.GetValueOrDefault(local.Index, text),
        (FieldNode field, [{ Role: ExplanationRole.Attribute } of]) => $"{of.Name}.{field.Field.Name}",
        (KeyNode key, [{ Role: ExplanationRole.Attribute } of]) => $"{of.Name}.{key.Key}",
        (HasFieldNode field, [{ Role: ExplanationRole.Attribute } of]) => $"has({of.Name}.{field.Field.Name})",
        (HasKeyNode key, [{ Role: ExplanationRole.Attribute } of]) => $"has({of.Name}.{key.Key})",
        (IndexNode, [{ Role: ExplanationRole.Attribute } of, { Value.IsValue: true } at]) => $"{of.Name}[{Values.ValueText.Brief(at.Value)}]",
        _ => text,
    };
}
