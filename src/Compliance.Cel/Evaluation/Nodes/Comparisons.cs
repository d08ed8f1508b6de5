using Compliance.Cel.Checking;

namespace Compliance.Cel.Evaluation.Nodes;

/// <summary>The two sides of a node that compares.</summary>
internal static class Comparisons
{
    public static (string Operator, Node Left, Node Right)? Of(Node node) => node switch
    {
        EqualNode equal => (equal.IsNegated ? "!=" : "==", node.Children[0], node.Children[1]),
        OrderNode order => (Signs.Of(order.Symbol), node.Children[0], node.Children[1]),
        InNode => ("in", node.Children[0], node.Children[1]),
        _ => null,
    };
}
