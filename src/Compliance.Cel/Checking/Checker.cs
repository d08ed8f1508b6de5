using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;
using Compliance.Cel.Syntax.Tree;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>
/// Gives every node of a parsed expression its type, or reports why it has none, and makes what can be evaluated of it. A part
/// that was reported fits everywhere, so that one fault is reported once.
/// </summary>
internal sealed class Checker
{
    private readonly IssueList issues;
    private readonly SelectionChecker selections;
    private readonly OperatorChecker operators;
    private readonly CallChecker calls;

    public Checker(CelEnvironment environment, IssueList issues)
    {
        this.issues = issues;
        Scope = new Scope(environment);
        selections = new SelectionChecker(this, issues);
        operators = new OperatorChecker(this, issues);
        calls = new CallChecker(this, issues);
    }

    public Scope Scope { get; }

    /// <summary>How many macro variables an evaluation needs room for.</summary>
    public int LocalCount => Scope.LocalCount;

    public Node Check(SyntaxNode syntax) => syntax switch
    {
        LiteralSyntax literal => new LiteralNode(literal.Span, TypeOf(literal.Value), literal.Value),
        NameSyntax name => selections.Name(name),
        SelectSyntax select => selections.Select(select),
        HasSyntax has => selections.Has(has),
        IndexSyntax index => selections.Index(index),
        UnarySyntax unary => operators.Unary(unary),
        BinarySyntax binary => operators.Binary(binary),
        LogicalSyntax logical => operators.Logical(logical),
        ConditionalSyntax conditional => operators.Conditional(conditional),
        ListSyntax list => List(list),
        MapSyntax map => Map(map),
        CallSyntax call => calls.Call(call),
        MacroSyntax macro => calls.Macro(macro),
        _ => Broken(syntax.Span),
    };

    /// <summary>Checks a part that must have a given type.</summary>
    public Node Check(SyntaxNode syntax, CelType wanted, string what)
    {
        var node = Check(syntax);
        return TypeUnifier.Unify(node.Type, wanted) ? node : Wrong(syntax.Span, $"{what} must be {wanted}, but this is {Show(node.Type)}");
    }

    /// <summary>Reports a type that does not fit.</summary>
    public Node Wrong(SourceSpan span, string message)
    {
        issues.Error(CelIssueKind.Type, span, message);
        return Broken(span);
    }

    /// <summary>A part that is reported already.</summary>
    public static Node Broken(SourceSpan span) => new LiteralNode(span, new TypeVariable(), CelValue.Error("this part did not compile"));

    public static string Show(CelType type) => TypeUnifier.Resolve(type).ToString()!;

    private ListNode List(ListSyntax list)
    {
        var items = list.Items.Select(Check).ToArray();
        return new ListNode(list.Span, CelType.List(Common(items, "a list holds one type of element")), items);
    }

    private MapNode Map(MapSyntax map)
    {
        var keys = map.Entries.Select(entry => Check(entry.Key)).ToArray();
        var values = map.Entries.Select(entry => Check(entry.Value)).ToArray();
        var key = Common(keys, "a map has one type of key");
        if (TypeUnifier.Prune(key).Kind is not (CelKind.Bool or CelKind.Int or CelKind.String or CelKind.Absent))
        {
            issues.Error(CelIssueKind.Type, keys[0].Span, $"a map key is bool, int or string, not {Show(key)}");
        }

        return new MapNode(map.Span, new CelMapType(key, Common(values, "a map holds one type of value")), [.. keys.Zip(values).SelectMany(pair => new[] { pair.First, pair.Second })]);
    }

    private CelType Common(Node[] parts, string rule)
    {
        CelType common = new TypeVariable();
        foreach (var part in parts)
        {
            if (!TypeUnifier.Unify(common, part.Type))
            {
                Wrong(part.Span, $"{rule}: this is {Show(part.Type)}, those before it are {Show(common)}; mixed aggregates (dyn) are not part of this language");
                return new TypeVariable();
            }

            common = TypeUnifier.Join(common, part.Type);
        }

        return common;
    }

    private static CelType TypeOf(CelValue value) => value.Kind switch
    {
        CelKind.Bool => CelType.Bool,
        CelKind.Int => CelType.Int,
        CelKind.Double => CelType.Double,
        CelKind.String => CelType.String,
        _ => CelType.Null,
    };
}
