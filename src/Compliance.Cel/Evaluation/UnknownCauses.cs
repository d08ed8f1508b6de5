namespace Compliance.Cel.Evaluation;

/// <summary>Gathers the causes of unknown parts, each once, in the order they were met: linear, however many parts there are.</summary>
internal struct UnknownCauses
{
    private CelUnknown? only;
    private List<object>? all;
    private HashSet<object>? known;

    public readonly bool Any => only is not null;

    /// <summary>All of them; only when there are <see cref="Any"/>.</summary>
    public readonly CelUnknown Result => all is null ? only! : CelUnknown.OfDistinct([.. all]);

    public void Add(CelUnknown unknown)
    {
        if (only is null)
        {
            only = unknown;
            return;
        }

        if (ReferenceEquals(only, unknown))
        {
            return;
        }

        if (all is null)
        {
            all = [.. only.Causes];
            known = [.. all];
        }

        foreach (var cause in unknown.Causes)
        {
            if (known!.Add(cause))
            {
                all.Add(cause);
            }
        }
    }
}
