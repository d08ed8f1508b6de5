using Compliance.Cel.Evaluation.Nodes;

namespace Compliance.Cel.Explanation;

/// <summary>Writes down what each node gave, as a tree in the shape of the evaluation.</summary>
internal sealed class Recorder(string source)
{
    private readonly Stack<(Node Node, List<CelTrace> Parts)> open = new();

    /// <summary>The trace of the outermost node; null before it ended.</summary>
    public CelTrace? Root { get; private set; }

    public void Enter(Node node) => open.Push((node, []));

    public void Leave(CelValue value)
    {
        var (node, parts) = open.Pop();
        var span = node.Span;
        var trace = new CelTrace(span.Start, span.Length, source.Substring(span.Start, span.Length), value, parts);
        if (open.TryPeek(out var outer))
        {
            outer.Parts.Add(trace);
        }
        else
        {
            Root = trace;
        }
    }
}
