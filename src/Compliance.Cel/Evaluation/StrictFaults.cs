namespace Compliance.Cel.Evaluation;

/// <summary>
/// What becomes of an operation that needs all its operands when some have no value. The first fault from the left decides
/// between error and unknown, as in the reference implementation; an unknown then names the causes of every operand,
/// as each of them has to be known before there is a value. A later error says nothing about the unknown before it.
/// </summary>
internal struct StrictFaults
{
    private UnknownCauses causes;
    private CelValue error;

    public readonly bool Any => causes.Any || error.Kind == CelKind.Error;

    public readonly CelValue Result => causes.Any ? CelValue.Unknown(causes.Result) : error;

    /// <summary>Takes an operand; false when the outcome is settled and no further one needs to be evaluated.</summary>
    public bool Add(in CelValue operand, Frame frame)
    {
        if (operand.Kind == CelKind.Unknown)
        {
            frame.Charge(operand.AsUnknown().Causes.Count / 4);
            causes.Add(operand.AsUnknown());
        }
        else if (!operand.IsValue && !causes.Any)
        {
            error = operand;
            return false;
        }

        return true;
    }
}
