using Compliance.Cel.Evaluation.Nodes;

namespace Compliance.Cel.Proving;

/// <summary>
/// Numbers for expressions, the same for those that look the same: within one evaluation they give the same value, as all
/// that the language reads is read-only and all that it calls is pure. A macro variable goes by its place, so that its name
/// does not matter; comparing is only sound between expressions of one scope.
/// </summary>
internal sealed class Terms
{
    private readonly Dictionary<Shape, int> numbers = [];
    private readonly Dictionary<Node, int> known = new(ReferenceEqualityComparer.Instance);

    public int Of(Node node)
    {
        if (!known.TryGetValue(node, out var number))
        {
            var (tag, detail) = Describe(node);
            number = Number(new Shape(tag, detail, 0, 0));
            foreach (var child in node.Children)
            {
                number = Number(new Shape("", null, number, Of(child)));
            }

            known.Add(node, number);
        }

        return number;
    }

    /// <summary>What tells a node from others with the same children.</summary>
    private static (string Tag, object? Detail) Describe(Node node) => node switch
    {
        LiteralNode literal => ("literal", Literal(literal.Value)),
        VariableNode variable => ("variable", variable.Variable.Name),
        LocalNode local => ("local", local.Index),
        FieldNode field => ("field", field.Field),
        HasFieldNode field => ("has field", field.Field),
        KeyNode key => ("key", key.Key),
        HasKeyNode key => ("has key", key.Key),
        IndexNode => ("index", null),
        NotNode => ("not", null),
        NegateNode => ("negate", null),
        LogicalNode logical => ("logical", logical.IsAnd),
        EqualNode equal => ("binary", equal.Symbol),
        OrderNode order => ("binary", order.Symbol),
        ArithmeticNode arithmetic => ("binary", arithmetic.Symbol),
        InNode => ("in", null),
        ConditionalNode => ("conditional", null),
        CallNode call => ("call", call.Overload),
        MatchesNode => ("matches", null),
        ListNode => ("list", null),
        MapNode => ("map", null),
        QuantifierNode quantifier => ("quantifier", (quantifier.IsAll, quantifier.Local)),
        ExistsOneNode one => ("exists_one", one.Local),
        ProjectNode project => ("project", (project.HasPredicate, project.HasResult, project.Local)),
        _ => ("other", node),
    };

    /// <summary>As told apart by everything the language can do with it: 0.0 equals -0.0, but divides differently.</summary>
    private static object Literal(CelValue value) => value.Kind switch
    {
        CelKind.Double => BitConverter.DoubleToInt64Bits(value.AsDouble()),
        CelKind.List or CelKind.Map => value.ToString(),
        _ => value,
    };

    private int Number(Shape shape)
    {
        if (!numbers.TryGetValue(shape, out var number))
        {
            numbers.Add(shape, number = numbers.Count + 1);
        }

        return number;
    }

    private readonly record struct Shape(string Tag, object? Detail, int Parent, int Child);
}
