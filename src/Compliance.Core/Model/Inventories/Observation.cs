namespace Compliance.Core.Model;

/// <summary>Makes <see cref="Observed{T}"/> values.</summary>
public static class Observation
{
    public static Observed<T> Known<T>(T value) => new(value, unreadable: null);

    public static Observed<T> Unreadable<T>(Gap gap) => new(default, gap);
}
