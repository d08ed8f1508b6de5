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
    }

    /// <summary>The source this was compiled from.</summary>
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
    /// error. No algebra: <c>b || !b</c> can also be unknown or an error, and only is <see cref="NeverFalse"/>.
    /// </summary>
    public bool IsConstant => ConstantValue.Kind != CelKind.Unknown;

    /// <summary>The outcome of a constant expression; an unknown otherwise.</summary>
    public CelValue ConstantValue { get; }

    /// <summary>
    /// True when it was shown that a condition that is not <see cref="IsConstant"/> cannot be false: it is true whenever it has
    /// a value, like <c>e == "a" || e != "a"</c>. A sound claim, but not everything true is found. The values of an enum are taken to be those it declares.
    /// </summary>
    public bool NeverFalse { get; internal set; }

    /// <summary>The same for true: <c>n &gt; 5 &amp;&amp; n &lt; 3</c>.</summary>
    public bool NeverTrue { get; internal set; }

    /// <summary>
    /// The paths read from variables, longest only: <c>job.target.kind == "pbs"</c> gives <c>[job, target, kind]</c>. A path
    /// stops at an index and at a macro; the keys of maps taken by <c>m.key</c> are part of it.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> AttributePaths => survey.Value.Paths;

    /// <summary>Every field of a record that the expression may read, also inside macros, in source order.</summary>
    public IReadOnlyList<(CelRecordType Record, CelField Field)> Fields => survey.Value.Fields;

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
}
