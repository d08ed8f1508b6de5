using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Table;

/// <summary>
/// One property of a subject that a rule may name. The table of facts is the type environment of the checker, the accessor,
/// the reference page and the list of suggestions, all at once.
/// </summary>
public sealed class Fact
{
    internal Fact(string subject, string name, CelType type, string meaning, FactSource source)
    {
        Subject = subject;
        Name = name;
        Type = type;
        Meaning = meaning;
        Source = source;
    }

    /// <summary>The record it belongs to, such as <c>guest</c>.</summary>
    public string Subject { get; }

    public string Name { get; }

    public CelType Type { get; }

    /// <summary>What it says, with its unit and what its absence means.</summary>
    public string Meaning { get; }

    public FactSource Source { get; }

    /// <summary>Where the live value of a given subject stands; null for facts that are not live.</summary>
    internal Func<object, LivePlace?>? Live { get; set; }

    /// <summary>Where the policy declares the value; null for facts that are not declared.</summary>
    internal Func<object, Place?>? Declared { get; set; }
}
