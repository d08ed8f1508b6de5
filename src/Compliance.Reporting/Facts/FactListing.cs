using System.Collections.Immutable;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Some or all facts, with the rules that read them.</summary>
/// <param name="Facts">in the order of the table</param>
/// <param name="Rules">the rules that are looked through for readers</param>
public sealed record FactListing(ImmutableArray<Fact> Facts, ImmutableArray<Rule> Rules)
{
    /// <summary>Whether nothing was left out.</summary>
    public bool IsWhole => Facts.Length == FactTable.Facts.Count();

    /// <summary>
    /// The facts whose names begin so. Of one that is named in full, only that one, though others begin like it; all when the
    /// prefix is empty; none when there are none.
    /// </summary>
    public static ImmutableArray<Fact> Matching(string prefix)
    {
        var named = FactTable.Facts.Where(fact => fact.FullName == prefix).ToImmutableArray();
        return named.IsEmpty
            ? [.. FactTable.Facts.Where(fact => fact.FullName.StartsWith(prefix, StringComparison.Ordinal))]
            : named;
    }

    /// <summary>The facts by the record they belong to.</summary>
    internal IEnumerable<(FactSubject Subject, ImmutableArray<Fact> Facts)> Sections => FactTable.Subjects
        .Select(subject => (Subject: subject, Facts: Facts.Where(fact => fact.Subject == subject.Name).ToImmutableArray()))
        .Where(section => !section.Facts.IsEmpty);

    /// <summary>The rules whose condition or assertion reads the fact.</summary>
    internal IEnumerable<Rule> JudgedBy(Fact fact) => Rules.Where(rule => FactReaders.Judges(rule, fact));

    /// <summary>The rules that read it only to say something: in a message, a value, or a fix.</summary>
    internal IEnumerable<Rule> ShownBy(Fact fact) => Rules.Where(rule => !FactReaders.Judges(rule, fact) && FactReaders.Shows(rule, fact));
}
