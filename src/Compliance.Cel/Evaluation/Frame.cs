using Compliance.Cel.Explanation;
using Compliance.Cel.Values;

namespace Compliance.Cel.Evaluation;

/// <summary>One evaluation: what variables hold, what macros bind, what it has cost so far.</summary>
internal sealed class Frame(CelValue[] slots, int locals, CelLimits limits)
{
    private readonly CelValue[] locals = locals == 0 ? [] : new CelValue[locals];
    private readonly long limit = limits.Steps;

    /// <summary>What was paid for so far.</summary>
    public long Steps { get; private set; }

    public CelLimits Limits => limits;

    /// <summary>Writes down what every node gave; null when nobody asked.</summary>
    public Recorder? Recorder { get; init; }

    public bool IsExhausted => Steps > limit;

    public CelValue Exhausted => CelValue.Error($"evaluation budget exceeded ({limits.Steps} steps)");

    public CelValue Slot(int index) => slots[index];

    public CelValue Local(int index) => locals[index];

    /// <summary>Binds the variable of a macro to an element.</summary>
    /// <param name="index">of the variable</param>
    /// <param name="value">the element</param>
    /// <param name="position">of the element in its range</param>
    public void Bind(int index, CelValue value, int position)
    {
        locals[index] = value;
        Recorder?.Element(index, position);
    }

    /// <summary>Pays for work; false when the budget is used up.</summary>
    public bool Charge(long cost)
    {
        Steps += cost;
        return Steps <= limit;
    }

    /// <summary>Pays for looking at all of some values once.</summary>
    public bool ChargeFor(ReadOnlySpan<CelValue> values)
    {
        foreach (var value in values)
        {
            Steps += ValueSize.Of(value);
        }

        return Charge(0);
    }

    /// <summary>The text, unless it is longer than an expression may make one.</summary>
    public CelValue Bounded(string text) => text.Length > limits.StringLength
        ? CelValue.Error($"the string is too long: more than {limits.StringLength} characters")
        : CelValue.Of(text);

    /// <summary>The list or map, unless it is larger than an expression may make one.</summary>
    public CelValue Bounded(CelValue aggregate) => ValueSize.Of(aggregate) > limits.ValueSize
        ? CelValue.Error($"the list or map is too large: more than {limits.ValueSize} parts, those inside of parts included")
        : aggregate;

    public CelValue TooManyElements => CelValue.Error($"the list is too long: more than {limits.ListSize} elements");
}
