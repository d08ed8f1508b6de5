using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Table;

/// <summary>
/// One property of a subject that a rule may name. The table of facts is the type environment of the checker, the accessor,
/// the reference page and the list of suggestions, all at once.
/// </summary>
public sealed class Fact
{
    internal Fact(string subject, string name, CelType type, string meaning, ImmutableArray<FactSource> sources)
    {
        Subject = subject;
        Name = name;
        Type = type;
        Meaning = meaning;
        Sources = [.. sources.Distinct()];
    }

    /// <summary>The record it belongs to, such as <c>guest</c>.</summary>
    public string Subject { get; }

    public string Name { get; }

    /// <summary>As a rule names it: <c>guest.keepDaily</c>.</summary>
    public string FullName => $"{Subject}.{Name}";

    public CelType Type { get; }

    /// <summary>What it says, and what its absence means.</summary>
    public string Meaning { get; }

    /// <summary>What a number counts, such as <c>restore points</c>; null for what is no number.</summary>
    public string? Unit { get; internal init; }

    /// <summary>It may be absent: <c>has()</c> asks, and using an absent one is an error. Follows from how it is declared.</summary>
    public bool IsOptional { get; internal init; }

    /// <summary>Its reading may fail by itself, which makes it unknown; otherwise it is known whenever its subject was seen.</summary>
    public bool MayBeUnknown { get; internal init; }

    /// <summary>Everything it is made from, the decisive part first.</summary>
    public ImmutableArray<FactSource> Sources { get; }

    /// <summary>The calls of the API among them.</summary>
    public IEnumerable<string> Calls => Sources.Where(source => source.IsLive).SelectMany(source => source.Calls);

    /// <summary>The key of <c>policy.yaml</c> that declares it, such as <c>tiers[].schedule</c>; null for what is not declared.</summary>
    public string? DeclaredKey { get; internal set; }

    /// <summary>Where the live value of a given subject stands; null for facts that are not live.</summary>
    internal Func<object, LivePlace?>? Live { get; set; }

    /// <summary>Where the policy declares the value for a given subject; null for facts that are not declared.</summary>
    public Func<object, Place?>? Declared { get; internal set; }
}
