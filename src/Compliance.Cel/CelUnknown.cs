using Compliance.Cel.Evaluation;

namespace Compliance.Cel;

/// <summary>
/// Why a value is not known: the host's own causes, opaque to the language, each once (by <c>Equals</c>), in the order in
/// which evaluation met them. Evaluation order is fixed, so the order is the same in every run.
/// </summary>
public sealed class CelUnknown : IEquatable<CelUnknown>
{
    private readonly object[] causes;

    public CelUnknown(IEnumerable<object> causes)
    {
        ArgumentNullException.ThrowIfNull(causes);
        this.causes = [.. causes.Distinct()];
    }

    private CelUnknown(object[] causes) => this.causes = causes;

    public IReadOnlyList<object> Causes => causes;

    /// <summary>These causes, then those of the other that are not here yet.</summary>
    public CelUnknown With(CelUnknown other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var all = default(UnknownCauses);
        all.Add(this);
        all.Add(other);
        return all.Result;
    }

    public bool Equals(CelUnknown? other) => other is not null && causes.SequenceEqual(other.causes);

    public override bool Equals(object? obj) => Equals(obj as CelUnknown);

    public override int GetHashCode() => causes.Aggregate(17, HashCode.Combine);

    public override string ToString() => string.Join(", ", causes);

    internal static CelUnknown OfDistinct(object[] causes) => new(causes);
}
