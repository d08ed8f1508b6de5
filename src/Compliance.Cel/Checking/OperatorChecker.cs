using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Operators: which types they take and what they give. Nothing is converted.</summary>
internal sealed class OperatorChecker(Checker checker, IssueList issues)
{
    private readonly EnumGuard enums = new(issues);

    public Node Unary(UnarySyntax unary)
    {
        if (unary.Operator == TokenKind.Not)
        {
            return new NotNode(unary.Span, checker.Check(unary.Operand, CelType.Bool, "the operand of !"));
        }

        var operand = checker.Check(unary.Operand);
        return Kind(operand) is CelKind.Int or CelKind.Double or CelKind.Absent
            ? new NegateNode(unary.Span, operand.Type, operand)
            : checker.Wrong(unary.Span, $"- takes int or double, not {Checker.Show(operand.Type)}");
    }

    public Node Logical(LogicalSyntax logical)
    {
        var sign = logical.IsAnd ? "&&" : "||";
        return new LogicalNode(logical.Span, logical.IsAnd, [.. logical.Operands.Select(o => checker.Check(o, CelType.Bool, $"the operands of {sign}"))]);
    }

    public Node Conditional(ConditionalSyntax conditional)
    {
        var condition = checker.Check(conditional.Condition, CelType.Bool, "the condition before ?");
        var (whenTrue, whenFalse) = (checker.Check(conditional.WhenTrue), checker.Check(conditional.WhenFalse));
        return TypeUnifier.Unify(whenTrue.Type, whenFalse.Type)
            ? new ConditionalNode(conditional.Span, TypeUnifier.Join(whenTrue.Type, whenFalse.Type), condition, whenTrue, whenFalse)
            : checker.Wrong(conditional.Span, $"the values beside : must have one type, not {Checker.Show(whenTrue.Type)} and {Checker.Show(whenFalse.Type)}");
    }

    public Node Binary(BinarySyntax binary)
    {
        var (left, right) = (checker.Check(binary.Left), checker.Check(binary.Right));
        return binary.Operator switch
        {
            TokenKind.In => In(binary, left, right),
            TokenKind.Equal or TokenKind.NotEqual => Equal(binary, left, right),
            TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => Order(binary, left, right),
            _ => Arithmetic(binary, left, right),
        };
    }

    private Node Equal(BinarySyntax binary, Node left, Node right)
    {
        if (!TypeUnifier.Unify(left.Type, right.Type))
        {
            return Mismatch(binary, left, right);
        }

        enums.Compare(left, right);
        return new EqualNode(binary.Span, binary.Operator == TokenKind.NotEqual, left, right);
    }

    private Node Order(BinarySyntax binary, Node left, Node right)
    {
        if (!TypeUnifier.Unify(left.Type, right.Type))
        {
            return Mismatch(binary, left, right);
        }

        return Kind(left) is CelKind.Bool or CelKind.Int or CelKind.Double or CelKind.String or CelKind.Timestamp or CelKind.Duration or CelKind.Absent
            ? new OrderNode(binary.Span, binary.Operator, left, right)
            : checker.Wrong(binary.Span, $"{Checker.Show(left.Type)} has no order");
    }

    private Node In(BinarySyntax binary, Node left, Node right)
    {
        var element = TypeUnifier.Prune(right.Type) switch
        {
            CelListType list => list.Element,
            CelMapType map => map.Key,
            TypeVariable variable => variable,
            _ => null,
        };
        if (element is null)
        {
            return checker.Wrong(right.Span, $"in takes a list or a map on its right, not {Checker.Show(right.Type)}");
        }

        if (!TypeUnifier.Unify(element, left.Type))
        {
            return checker.Wrong(binary.Span, $"{Checker.Show(left.Type)} cannot be in {Checker.Show(right.Type)}");
        }

        enums.CompareWithAll(left, right);
        return new InNode(binary.Span, left, right);
    }

    private Node Arithmetic(BinarySyntax binary, Node left, Node right)
    {
        // A part that was reported, or an empty list, takes the type of the other side.
        if (Kind(left) == CelKind.Absent || Kind(right) == CelKind.Absent)
        {
            TypeUnifier.Unify(left.Type, right.Type);
        }

        var result = (binary.Operator, Kind(left), Kind(right)) switch
        {
            (_, CelKind.Absent, _) => left.Type,
            (_, CelKind.Int, CelKind.Int) => CelType.Int,
            (not TokenKind.Percent, CelKind.Double, CelKind.Double) => CelType.Double,
            (TokenKind.Plus, CelKind.String, CelKind.String) => CelType.String,
            (TokenKind.Plus, CelKind.List, CelKind.List) when TypeUnifier.Unify(left.Type, right.Type) => TypeUnifier.Join(left.Type, right.Type),
            (TokenKind.Plus, CelKind.Timestamp, CelKind.Duration) or (TokenKind.Plus, CelKind.Duration, CelKind.Timestamp) => CelType.Timestamp,
            (TokenKind.Minus, CelKind.Timestamp, CelKind.Duration) => CelType.Timestamp,
            (TokenKind.Minus, CelKind.Timestamp, CelKind.Timestamp) => CelType.Duration,
            (TokenKind.Plus or TokenKind.Minus, CelKind.Duration, CelKind.Duration) => CelType.Duration,
            _ => null,
        };
        return result is null ? Mismatch(binary, left, right) : new ArithmeticNode(binary.Span, result, binary.Operator, left, right);
    }

    private Node Mismatch(BinarySyntax binary, Node left, Node right)
    {
        var sign = Signs.Of(binary.Operator);
        var hint = (Kind(left), Kind(right)) is (CelKind.Duration, CelKind.Int) or (CelKind.Int, CelKind.Duration)
            ? "; write a duration like duration(\"24h\")"
            : string.Empty;
        return checker.Wrong(binary.OperatorSpan, $"{sign} does not take {Checker.Show(left.Type)} and {Checker.Show(right.Type)}{hint}");
    }

    private static CelKind Kind(Node node) => TypeUnifier.Prune(node.Type).Kind;
}
