using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A policy's own runbook file: its sections, and the lines that are marked as stating a clause.</summary>
internal sealed class Runbook(string file, ImmutableArray<RunbookSection> sections, ImmutableArray<RunbookMarker> markers)
{
    public string File => file;

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<RunbookSection> Sections => sections;

    public ImmutableArray<RunbookMarker> Markers => markers;

    /// <summary>The clauses with the places that state them: the first line marked so, else the heading that the clause names.</summary>
    public ImmutableArray<Clause> Locate(ImmutableArray<Clause> clauses) => [.. clauses.Select(clause => clause with { Stated = Find(clause) })];

    /// <summary>The ids of the clauses that a section states, itself or in a section below it, in their order.</summary>
    public ImmutableArray<string> ClausesOf(RunbookSection section, ImmutableArray<Clause> clauses)
    {
        var at = sections.IndexOf(section);
        var family = Enumerable.Range(0, sections.Length).Where(other => other == at || IsAbove(other, at)).Select(other => sections[other].Place.Line).ToHashSet();
        return [.. clauses.Where(clause => IsIn(clause, at, family)).Select(clause => clause.Id)];
    }

    // A marked clause is stated in its own section; one that is only bound to a heading, anywhere below that heading.
    private bool IsIn(Clause clause, int section, HashSet<int> headings)
        => markers.FirstOrDefault(marker => marker.Clause == clause.Id) is { } marker
            ? marker.Section == section
            : Find(clause) is { } stated && headings.Contains(stated.Place.Line);

    private bool IsAbove(int upper, int lower)
    {
        var least = sections[lower].Level;
        for (var at = lower - 1; at >= upper && least > 0; at--)
        {
            if (sections[at].Level >= least)
            {
                continue;
            }

            least = sections[at].Level;
            if (at == upper)
            {
                return true;
            }
        }

        return false;
    }

    private StatedAt? Find(Clause clause)
    {
        if (markers.FirstOrDefault(marker => marker.Clause == clause.Id) is { } marker)
        {
            return new StatedAt(sections[marker.Section].Heading, marker.Stated);
        }

        var named = sections.FirstOrDefault(section => string.Equals(section.Heading, clause.Section, StringComparison.OrdinalIgnoreCase));
        return named is null ? null : new StatedAt(named.Heading, named.Place);
    }
}
