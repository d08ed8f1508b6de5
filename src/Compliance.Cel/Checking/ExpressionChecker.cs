using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>Gives every part of a parsed expression its type and turns it into what can be evaluated.</summary>
internal sealed class ExpressionChecker
{
    private readonly CheckContext context;
    private readonly NameChecker names;
    private readonly OperatorChecker operators;
    private readonly CallChecker calls;
    private readonly MacroChecker macros;
    private readonly AggregateChecker aggregates;
    private readonly ConstantFolder folder;

    public ExpressionChecker(CheckContext context)
    {
        this.context = context;
        folder = new ConstantFolder(context);
        names = new NameChecker(context, this);
        operators = new OperatorChecker(context, this);
        calls = new CallChecker(context, this);
        macros = new MacroChecker(context, this);
        aggregates = new AggregateChecker(context, this);
    }

    public Node CheckWhole(SyntaxNode tree, CelType? expected)
    {
        var root = Check(tree);
        if (expected is not null && !TypeUnifier.Unify(root.Type, expected))
        {
            context.Fail(CelIssueKind.Type, root.Span, $"this is {TypeUnifier.Resolve(root.Type)}, but {expected} is needed here");
        }

        return root;
    }

    public Node Check(SyntaxNode syntax) => context.Issues.IsFull ? CheckContext.Broken(syntax.Span) : folder.Fold(syntax switch
    {
        LiteralSyntax literal => Literal(literal),
        NameSyntax or SelectSyntax or HasSyntax or IndexSyntax => names.Check(syntax),
        CallSyntax call => calls.Check(call),
        MacroSyntax macro => macros.Check(macro),
        UnarySyntax unary => operators.Unary(unary),
        BinarySyntax binary => operators.Binary(binary),
        LogicalSyntax logical => Logical(logical),
        ConditionalSyntax conditional => Conditional(conditional),
        ListSyntax list => aggregates.List(list),
        MapSyntax map => aggregates.Map(map),
        _ => CheckContext.Broken(syntax.Span),
    });

    /// <summary>A part that must be bool.</summary>
    public Node CheckBool(SyntaxNode syntax, string role)
    {
        var node = Check(syntax);
        return TypeUnifier.Unify(node.Type, CelType.Bool)
            ? node
            : context.Fail(CelIssueKind.Type, node.Span, $"{role} must be bool, but this is {TypeUnifier.Resolve(node.Type)}");
    }

    private static LiteralNode Literal(LiteralSyntax literal)
    {
        var type = literal.Value.Kind switch
        {
            CelKind.Null => CelType.Null,
            CelKind.Bool => CelType.Bool,
            CelKind.Int => CelType.Int,
            CelKind.Double => CelType.Double,
            _ => CelType.String,
        };
        return new LiteralNode(literal.Span, type, literal.Value);
    }

    private LogicalNode Logical(LogicalSyntax logical)
    {
        var symbol = logical.IsAnd ? "&&" : "||";
        return new(logical.Span, logical.IsAnd, [.. logical.Operands.Select(operand => CheckBool(operand, $"each side of {symbol}"))]);
    }

    private Node Conditional(ConditionalSyntax conditional)
    {
        var condition = CheckBool(conditional.Condition, "the condition before ?");
        var whenTrue = Check(conditional.WhenTrue);
        var whenFalse = Check(conditional.WhenFalse);
        if (!TypeUnifier.Unify(whenTrue.Type, whenFalse.Type))
        {
            var (a, b) = (TypeUnifier.Resolve(whenTrue.Type), TypeUnifier.Resolve(whenFalse.Type));
            return context.Fail(CelIssueKind.Type, conditional.Span, $"both values of a conditional must have one type, but these are {a} and {b} (mixed types, dyn, are not part of this language)");
        }

        return new ConditionalNode(conditional.Span, TypeUnifier.Join(whenTrue.Type, whenFalse.Type), condition, whenTrue, whenFalse);
    }
}
