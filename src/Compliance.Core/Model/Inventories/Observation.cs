using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Makes <see cref="Observed{T}"/> values.</summary>
public static class Observation
{
    public static Observed<T> Known<T>(T value) => new(value, unreadable: null);

    public static Observed<T> Unreadable<T>(Gap gap) => new(default, gap);

    /// <summary>What was found. Unreadable when nothing was and something may be hidden: what nobody sees is not what is not there.</summary>
    /// <param name="hidden">why there may be more; null when all was seen</param>
    public static Observed<ImmutableArray<T>> Found<T>(ImmutableArray<T> found, Gap? hidden)
        => found.IsEmpty && hidden is not null ? Unreadable<ImmutableArray<T>>(hidden) : Known(found);
}
