using Compliance.Cel.Evaluation;
using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Explanation;
using Compliance.Cel.Types;

namespace Compliance.Cel;

/// <summary>A checked expression. Evaluating it is total: what goes wrong is an error value, what cannot be known an unknown.</summary>
public sealed class CelProgram
{
    private readonly string text;
    private readonly CelEnvironment environment;
    private readonly Node root;
    private readonly int locals;
    private readonly CelLimits limits;

    /// <param name="text">the source that the node's places refer to; of a part of it, the whole</param>
    internal CelProgram(string text, CelEnvironment environment, Node root, int locals, CelLimits limits)
    {
        this.text = text;
        this.environment = environment;
        this.root = root;
        this.locals = locals;
        this.limits = limits;
        Source = text;
        AttributePaths = AttributePathReader.Of(root);
        Fields = [.. Descendants(root).Select(FieldOf).OfType<CelField>().Distinct()];
    }

    public string Source { get; internal init; }

    public CelType Type => TypeUnifier.Resolve(root.Type);

    /// <summary>The comparison that the whole expression is; null when it is something else.</summary>
    public CelComparison? Comparison { get; internal init; }

    /// <summary>
    /// What is read of the variables, in the order of the source: the variable's name, then fields. <c>a.b[0].c</c> gives
    /// <c>a, b</c>; what a macro reads of its elements is not here but in <see cref="Fields"/>.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> AttributePaths { get; }

    /// <summary>Every field of a record that may be read, of elements too, each once.</summary>
    public IReadOnlyList<CelField> Fields { get; }

    /// <summary>The outcome is the same whatever the variables are: it reads none, or an operand decides alone.</summary>
    public bool IsConstant => ConstantOutcome.Of(root, locals, limits) is not null;

    /// <exception cref="ArgumentException">the bindings are of another environment</exception>
    public CelValue Evaluate(CelBindings bindings) => root.Evaluate(FrameOf(bindings, recorder: null));

    /// <summary>Evaluates, and tells what every sub-expression gave.</summary>
    /// <exception cref="ArgumentException">the bindings are of another environment</exception>
    public CelTrace Explain(CelBindings bindings)
    {
        var recorder = new Recorder(text);
        root.Evaluate(FrameOf(bindings, recorder));
        return recorder.Root!;
    }

    private Frame FrameOf(CelBindings bindings, Recorder? recorder)
    {
        ArgumentNullException.ThrowIfNull(bindings);
        return ReferenceEquals(bindings.Environment, environment)
            ? new Frame(bindings.Values, locals, limits) { Recorder = recorder }
            : throw new ArgumentException("The bindings are of another environment.", nameof(bindings));
    }

    private static IEnumerable<Node> Descendants(Node node) => node.Children.SelectMany(Descendants).Prepend(node);

    private static CelField? FieldOf(Node node) => node switch
    {
        FieldNode field => field.Field,
        HasFieldNode has => has.Field,
        _ => null,
    };
}
