using Compliance.Cel.Evaluation;
using Compliance.Cel.Evaluation.Nodes;
using Compliance.Cel.Explanation;
using Compliance.Cel.Types;

namespace Compliance.Cel;

/// <summary>A checked expression. Immutable; any number of threads may evaluate it at once.</summary>
public sealed class CelProgram
{
    private readonly CelLimits limits;
    private readonly Node root;
    private readonly int locals;
    private readonly Lazy<NodeSurvey> survey;

    internal CelProgram(string source, CelEnvironment environment, CelLimits limits, Node root, int locals)
    {
        Source = source;
        Environment = environment;
        this.limits = limits;
        this.root = root;
        this.locals = locals;
        survey = new(() => NodeSurvey.Of(root));
        Type = TypeUnifier.Resolve(root.Type);
        ConstantValue = EvaluateWithoutData();
        Comparison = CelComparison.Of(root, Part);
    }

    /// <summary>The whole source this was compiled from, also for a side of a comparison.</summary>
    public string Source { get; }

    /// <summary>Where in the source this expression starts, in UTF-16 units.</summary>
    public int Start => root.Span.Start;

    public int Length => root.Span.Length;

    /// <summary>This expression as written, without parentheses around it.</summary>
    public string Text => Source.Substring(Start, Length);

    public CelEnvironment Environment { get; }

    public CelType Type { get; }

    /// <summary>
    /// True when the outcome is the same whatever the variables hold: with all of them unknown there still is a value, or an
    /// error. No algebra: <c>b || !b</c> is not seen as constant.
    /// </summary>
    public bool IsConstant => ConstantValue.Kind != CelKind.Unknown;

    /// <summary>The outcome of a constant expression; an unknown otherwise.</summary>
    public CelValue ConstantValue { get; }

    /// <summary>
    /// The paths read from variables, longest only: <c>job.target.kind == "pbs"</c> gives <c>[job, target, kind]</c>. A path
    /// stops at an index and at a macro; the keys of maps taken by <c>m.key</c> are part of it.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> AttributePaths => survey.Value.Paths;

    /// <summary>Every field of a record that the expression may read, also inside macros, in source order.</summary>
    public IReadOnlyList<(CelRecordType Record, CelField Field)> Fields => survey.Value.Fields;

    /// <summary>When the expression is one comparison: its operator and sides.</summary>
    public CelComparison? Comparison { get; }

    /// <summary>
    /// The value, an error or an unknown. Total: never throws, but for what a getter of the host throws. Bounded by the
    /// limits the program was compiled with.
    /// </summary>
    public CelValue Evaluate(CelBindings bindings)
    {
        ArgumentNullException.ThrowIfNull(bindings);
        return ReferenceEquals(bindings.Environment, Environment)
            ? Run(new Frame(bindings.Slots, locals, limits))
            : CelValue.Error("the bindings are of another environment than the expression");
    }

    /// <summary>Evaluates once more and writes down what every part gave.</summary>
    public CelExplanation Explain(CelBindings bindings)
    {
        ArgumentNullException.ThrowIfNull(bindings);
        var recorder = new Recorder(Source);
        if (!ReferenceEquals(bindings.Environment, Environment))
        {
            return recorder.Unevaluated(root, Evaluate(bindings));
        }

        var value = Run(new Frame(bindings.Slots, locals, limits) { Recorder = recorder });
        return recorder.Root(value);
    }

    private CelValue Run(Frame frame)
    {
        var value = root.Evaluate(frame);
        return frame.IsExhausted ? frame.Exhausted : value;
    }

    private CelValue EvaluateWithoutData()
    {
        var nothing = new CelValue[Environment.Variables.Count];
        Array.Fill(nothing, CelValue.Unknown("not bound yet"));

        // What takes long to find constant is not worth finding: it counts as not constant.
        var frame = new Frame(nothing, locals, limits with { Steps = Math.Min(limits.Steps, 100_000) });
        var value = Run(frame);
        return frame.IsExhausted ? CelValue.Unknown("too long to tell") : value;
    }

    private CelProgram Part(Node node) => new(Source, Environment, limits, node, locals);
}
