using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Syntax;
using Compliance.Cel.Types;

namespace Compliance.Cel.Checking;

/// <summary>What all parts of the checker share: names in scope, issues, limits.</summary>
internal sealed class CheckContext(CelEnvironment environment, IssueList issues, CelLimits limits)
{
    private readonly List<(string Name, CelType Type)> locals = [];

    public CelEnvironment Environment => environment;

    public CelLimits Limits => limits;

    public IssueList Issues => issues;

    /// <summary>States that the constant patterns of one expression may have together: what goes beyond is compiled when evaluated, and paid for then.</summary>
    public int PatternStates { get; set; } = 20_000;

    /// <summary>Variables of macros that are in scope at once, at most.</summary>
    public int LocalCount { get; private set; }

    /// <summary>Names an expression may use here, innermost first.</summary>
    public IEnumerable<string> NamesInScope
        => locals.Select(local => local.Name).Reverse().Concat(environment.Variables.Select(variable => variable.Name));

    public int Enter(string name, CelType type)
    {
        locals.Add((name, type));
        LocalCount = Math.Max(LocalCount, locals.Count);
        return locals.Count - 1;
    }

    public void Leave() => locals.RemoveAt(locals.Count - 1);

    /// <summary>The innermost macro variable of that name, or -1.</summary>
    public int FindLocal(string name) => locals.FindLastIndex(local => local.Name == name);

    public CelType LocalType(int index) => locals[index].Type;

    /// <summary>Reports, and gives a node that fits everywhere, so that one fault is reported once.</summary>
    public Node Fail(CelIssueKind kind, SourceSpan span, string message, Suggestion? suggestion = null)
    {
        issues.Error(kind, span, message, suggestion);
        return Broken(span);
    }

    public static Node Broken(SourceSpan span) => new LiteralNode(span, new TypeVariable(), CelValue.Error("this does not compile"));
}
