using System.Collections.Immutable;
using Compliance.Cel;

namespace Compliance.Core.Facts.Table;

/// <summary>A record with its facts: a section of the reference page.</summary>
/// <param name="Record">its type in the language</param>
/// <param name="Meaning">what one is</param>
public sealed record FactSubject(CelRecordType Record, string Meaning)
{
    public string Name => Record.Name;

    /// <summary>In the order of declaration.</summary>
    public ImmutableArray<Fact> Facts => [.. Record.Fields.Select(declared => (Fact)declared.Tag!)];
}
