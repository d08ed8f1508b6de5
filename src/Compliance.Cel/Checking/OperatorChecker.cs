using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Signs, arithmetic and relations. Nothing converts by itself.</summary>
internal sealed class OperatorChecker(CheckContext context, ExpressionChecker expressions)
{
    public Node Unary(UnarySyntax syntax)
    {
        if (syntax.Operator == TokenKind.Not)
        {
            return new NotNode(syntax.Span, expressions.CheckBool(syntax.Operand, "what follows !"));
        }

        var operand = expressions.Check(syntax.Operand);
        var type = TypeUnifier.Prune(operand.Type);
        return type is TypeVariable || type.Kind is CelKind.Int or CelKind.Double
            ? new NegateNode(syntax.Span, type, operand)
            : context.Fail(CelIssueKind.Type, syntax.Span, $"- does not apply to {TypeUnifier.Resolve(type)}: only int and double have a sign");
    }

    public Node Binary(BinarySyntax syntax)
    {
        var left = expressions.Check(syntax.Left);
        var right = expressions.Check(syntax.Right);
        return syntax.Operator switch
        {
            TokenKind.Equal or TokenKind.NotEqual => Equality(syntax, left, right),
            TokenKind.In => Membership(syntax, left, right),
            TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual => Order(syntax, left, right),
            _ => ArithmeticTypes.Result(syntax.Operator, left.Type, right.Type) is { } type
                ? new ArithmeticNode(syntax.Span, type, syntax.Operator, left, right)
                : Mismatch(syntax, left, right),
        };
    }

    private Node Equality(BinarySyntax syntax, Node left, Node right)
    {
        if (!TypeUnifier.Unify(left.Type, right.Type))
        {
            return Mismatch(syntax, left, right);
        }

        EnumLiterals.Check(context, left.Type, right);
        EnumLiterals.Check(context, right.Type, left);
        return new EqualNode(syntax.Span, syntax.Operator == TokenKind.NotEqual, left, right);
    }

    private Node Membership(BinarySyntax syntax, Node left, Node right)
    {
        var range = TypeUnifier.Prune(right.Type);
        var element = range switch
        {
            CelListType list => list.Element,
            CelMapType map => map.Key,
            TypeVariable => new TypeVariable(),
            _ => null,
        };
        if (element is null || !TypeUnifier.Unify(left.Type, element))
        {
            return range.Kind == CelKind.String
                ? context.Fail(CelIssueKind.Type, syntax.OperatorSpan, "in does not look inside a string; use contains()")
                : Mismatch(syntax, left, right);
        }

        EnumLiterals.Check(context, element, left);
        EnumLiterals.Check(context, left.Type, right);
        return new InNode(syntax.Span, left, right);
    }

    private Node Order(BinarySyntax syntax, Node left, Node right)
    {
        if (!TypeUnifier.Unify(left.Type, right.Type))
        {
            return Mismatch(syntax, left, right);
        }

        var type = TypeUnifier.Prune(left.Type);
        return type is TypeVariable || type.Kind is >= CelKind.Bool and <= CelKind.Timestamp
            ? new OrderNode(syntax.Span, syntax.Operator, left, right)
            : context.Fail(
                CelIssueKind.Type,
                syntax.OperatorSpan,
                $"{TypeUnifier.Resolve(type)} has no order, so {Precedence.Symbol(syntax.Operator)} means nothing here");
    }

    private Node Mismatch(BinarySyntax syntax, Node left, Node right)
    {
        var (a, b) = (TypeUnifier.Resolve(left.Type), TypeUnifier.Resolve(right.Type));
        var hint = (a.Kind, b.Kind) switch
        {
            (CelKind.Null, _) or (_, CelKind.Null) => "; whether an optional field is there is asked with has()",
            (CelKind.Int, CelKind.Double) or (CelKind.Double, CelKind.Int) => "; convert one with int() or double(), or write 1.0 for 1",
            (CelKind.Duration, CelKind.String or CelKind.Int or CelKind.Double) or (CelKind.String or CelKind.Int or CelKind.Double, CelKind.Duration)
                => "; a duration is written duration(\"24h\")",
            (CelKind.Timestamp, CelKind.String) or (CelKind.String, CelKind.Timestamp)
                => "; a timestamp is written timestamp(\"2023-01-31T08:00:00Z\")",
            _ => "",
        };
        // CEL itself compares anything with anything, at run time.
        var feature = syntax.Operator is TokenKind.Equal or TokenKind.NotEqual or TokenKind.In && hint.Length == 0
            ? "; mixed types, dyn, are not part of this language"
            : "";
        return context.Fail(CelIssueKind.Type, syntax.OperatorSpan, $"{Precedence.Symbol(syntax.Operator)} does not apply to {a} and {b}{hint}{feature}");
    }
}
