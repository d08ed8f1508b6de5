using System.Text.Json.Serialization;

namespace Compliance.Core.Model;

/// <summary>
/// A value read from the live system, or the reason why it could not be read. Unreadable is not absent: a known value may
/// well be null (the key is not set), and a rule that needs an unreadable one ends in <see cref="Verdict.Unknown"/>.
/// </summary>
public sealed record Observed<T>
{
    [JsonConstructor]
    public Observed(T? value, Gap? unreadable)
    {
        Value = value;
        Unreadable = unreadable;
    }

    /// <summary>The value; meaningful only when <see cref="IsKnown"/>.</summary>
    public T? Value { get; }

    /// <summary>Why the value is not known; null when it is.</summary>
    public Gap? Unreadable { get; }

    [JsonIgnore]
    public bool IsKnown => Unreadable is null;

    /// <summary>Computes on from a known value; an unreadable one stays what it is.</summary>
    public Observed<TResult> Select<TResult>(Func<T, TResult> map)
        => Unreadable is null ? Observation.Known(map(Value!)) : Observation.Unreadable<TResult>(Unreadable);

    /// <summary>Computes on to something that may itself be unreadable.</summary>
    public Observed<TResult> Then<TResult>(Func<T, Observed<TResult>> next)
        => Unreadable is null ? next(Value!) : Observation.Unreadable<TResult>(Unreadable);

    /// <summary>The one way to look inside: both cases must be thought of.</summary>
    public TResult Match<TResult>(Func<T?, TResult> known, Func<Gap, TResult> unreadable)
        => Unreadable is null ? known(Value) : unreadable(Unreadable);
}
