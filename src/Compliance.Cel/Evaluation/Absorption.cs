namespace Compliance.Cel.Evaluation;

/// <summary>How outcomes combine under a chain of or (decisive: true) or of and (decisive: false).</summary>
internal struct Absorption(bool decisive)
{
    private UnknownCauses causes;
    private CelValue error;
    private bool isDecided;

    public readonly CelValue Result
    {
        get
        {
            if (isDecided)
            {
                return CelValue.Of(decisive);
            }

            return causes.Any ? CelValue.Unknown(causes.Result) : error.Kind == CelKind.Error ? error : CelValue.Of(!decisive);
        }
    }

    /// <summary>True when this operand decides and no other needs to be looked at.</summary>
    public bool Add(CelValue outcome, Frame frame)
    {
        switch (outcome.Kind)
        {
            case CelKind.Bool:
                isDecided = outcome.AsBool() == decisive;
                break;
            case CelKind.Unknown:
                frame.Charge(outcome.AsUnknown().Causes.Count / 4);
                causes.Add(outcome.AsUnknown());
                break;
            default:
                error = error.Kind == CelKind.Error ? error : outcome;
                break;
        }

        return isDecided;
    }
}
