using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;

namespace Compliance.Cel.Proving;

/// <summary>
/// Shows that an expression can never be true, or never be false, by taking it to be so and meeting a contradiction. An
/// expression may also be an error or unknown, and nothing is said about that: what is never false is true whenever it has a
/// value. A short proof is found or none: the work is bounded, and where it ends nothing is claimed.
/// </summary>
internal sealed class Prover
{
    private const int MostChoices = 12;

    private readonly Terms terms = new();

    /// <summary>Assumptions that all proofs of one compilation may make.</summary>
    private int budget = 20_000;

    public bool IsNever(Node node, bool value) => budget > 0 && Contradicts(new Assumptions(terms), [(node, value)], []);

    /// <summary>Whether the claims, with one way of each choice, cannot hold together. Takes the assumptions for itself.</summary>
    private bool Contradicts(Assumptions assumed, List<(Node Node, bool Value)> claims, List<Choice> choices)
    {
        for (var i = 0; i < claims.Count; i++)
        {
            var (node, value) = claims[i];
            if (--budget < 0)
            {
                return false;
            }

            if (!Assume(node, value, assumed, claims, choices))
            {
                return true;
            }
        }

        return choices.Count is > 0 and <= MostChoices && choices[0].Ways.All(way => EndsAll(assumed, way, choices));
    }

    private bool EndsAll(Assumptions assumed, List<(Node Node, bool Value)> way, List<Choice> choices)
    {
        budget -= assumed.Count;
        return Contradicts(assumed.Copy(), way, choices[1..]);
    }

    /// <summary>Takes one claim: as an assumption, as claims on its parts, or as a choice. False when it cannot be.</summary>
    private bool Assume(Node node, bool value, Assumptions assumed, List<(Node Node, bool Value)> claims, List<Choice> choices)
    {
        switch (node)
        {
            case LiteralNode { Value.Kind: CelKind.Bool } literal:
                return literal.Value.AsBool() == value;
            case NotNode:
                claims.Add((node.Children[0], !value));
                return true;
            case LogicalNode logical when logical.IsAnd == value:
                claims.AddRange(logical.Children.Select(operand => (operand, value)));
                return true;
            case LogicalNode or ConditionalNode:
                choices.Add(new Choice(node, value));
                return true;
            case EqualNode or OrderNode:
                return Comparison(node, value, assumed, claims);
            case InNode when node.Children[1] is LiteralNode { Value.Kind: CelKind.List } list:
                return assumed.Membership(node.Children[0], value, list.Value.List.Items);
            case InNode when node.Children[1] is ListNode list && !value && !list.Children.All(item => Differ(node.Children[0], item, assumed)):
                return false;
            case QuantifierNode { Range: LiteralNode { Value: { Kind: CelKind.List, List.Items.Length: 0 } } } over:
                return over.IsAll == value;
            case QuantifierNode quantifier when quantifier.IsAll != value && IsNever(quantifier.Predicate, value):
            case ExistsOneNode one when value && IsNever(one.Predicate, true):
                return false;
            default:
                return assumed.Constant(node, Relations.Equal, CelValue.Of(value));
        }
    }

    private static bool Differ(Node element, Node item, Assumptions assumed) => Lies(element, RelationsOf.Outcome(TokenKind.Equal, false), item, assumed);

    private static bool Comparison(Node node, bool value, Assumptions assumed, List<(Node Node, bool Value)> claims)
    {
        var symbol = node is EqualNode equal ? equal.Symbol : ((OrderNode)node).Symbol;
        var (left, right) = (node.Children[0], node.Children[1]);
        var relation = RelationsOf.Outcome(symbol, value);
        if (left is LiteralNode)
        {
            (left, right) = (right, left);
            relation = relation.Flipped();
        }

        if (node is EqualNode && right is LiteralNode { Value: { Kind: CelKind.Bool } constant })
        {
            claims.Add((left, constant.AsBool() == (relation == Relations.Equal)));
            return true;
        }

        return Lies(left, relation, right, assumed);
    }

    private static bool Lies(Node left, Relations relation, Node right, Assumptions assumed)
        => right is LiteralNode { Value: { Kind: > CelKind.Null and < CelKind.Record } constant }
            ? assumed.Constant(left, relation, constant)
            : assumed.Pair(left, right, relation);

    /// <summary>Something that holds in one of several ways.</summary>
    private readonly record struct Choice(Node Node, bool Value)
    {
        public IEnumerable<List<(Node Node, bool Value)>> Ways
        {
            get
            {
                var (node, value) = this;
                return node is ConditionalNode conditional
                    ? [[(conditional.Condition, true), (conditional.WhenTrue, value)], [(conditional.Condition, false), (conditional.WhenFalse, value)]]
                    : node.Children.Select(operand => new List<(Node, bool)> { (operand, value) });
            }
        }
    }
}
