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

    public IReadOnlyList<object> Causes => causes;

    /// <summary>These causes, then those of the other that are not here yet.</summary>
    public CelUnknown With(CelUnknown other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(this, other) || other.causes.All(Contains) ? this : new CelUnknown([.. causes, .. other.causes]);
    }

    public bool Equals(CelUnknown? other) => other is not null && causes.SequenceEqual(other.causes);

    public override bool Equals(object? obj) => Equals(obj as CelUnknown);

    public override int GetHashCode() => causes.Aggregate(17, HashCode.Combine);

    public override string ToString() => string.Join(", ", causes);

    private bool Contains(object cause) => Array.IndexOf(causes, cause) >= 0;
}
