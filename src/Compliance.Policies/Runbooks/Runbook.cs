using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A policy's own runbook file: its sections, and the lines that are marked as stating a clause.</summary>
internal sealed class Runbook(string file, ImmutableArray<RunbookSection> sections, ImmutableArray<RunbookMarker> markers)
{
    // Of each clause and each heading the first counts. A hostile runbook has ten thousand headings, so nothing is searched twice.
    private readonly Dictionary<string, RunbookMarker> _marked = markers.DistinctBy(marker => marker.Clause, StringComparer.Ordinal).ToDictionary(marker => marker.Clause, StringComparer.Ordinal);
    private readonly Dictionary<string, RunbookSection> _headed = sections.DistinctBy(section => section.Heading, StringComparer.OrdinalIgnoreCase).ToDictionary(section => section.Heading, StringComparer.OrdinalIgnoreCase);
    private readonly int[] _above = Above(sections);

    public string File => file;

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<RunbookSection> Sections => sections;

    public ImmutableArray<RunbookMarker> Markers => markers;

    /// <summary>The clauses with the places that state them: the first line marked so, else the heading that the clause names.</summary>
    public ImmutableArray<Clause> Locate(ImmutableArray<Clause> clauses) => [.. clauses.Select(clause => clause with { Stated = Find(clause) })];

    /// <summary>The ids of the clauses that a section states, itself or in a section below it, in their order.</summary>
    /// <param name="at">which of <see cref="Sections"/></param>
    public ImmutableArray<string> ClausesOf(int at, ImmutableArray<Clause> clauses)
    {
        var family = new HashSet<int>();
        for (var section = at; section >= 0; section = _above[section])
        {
            family.Add(sections[section].Place.Line);
        }

        return [.. clauses.Where(clause => IsIn(clause, at, family)).Select(clause => clause.Id)];
    }

    /// <summary>For each section the nearest one before it with a heading of a higher rank; -1 for none.</summary>
    private static int[] Above(ImmutableArray<RunbookSection> sections)
    {
        var above = new int[sections.Length];
        for (var at = 0; at < above.Length; at++)
        {
            above[at] = at - 1;
            while (above[at] >= 0 && sections[above[at]].Level >= sections[at].Level)
            {
                above[at] = above[above[at]];
            }
        }

        return above;
    }

    // A marked clause is stated in its own section; one that is only bound to a heading, anywhere below that heading.
    private bool IsIn(Clause clause, int section, HashSet<int> headings)
        => _marked.TryGetValue(clause.Id, out var marker)
            ? marker.Section == section
            : Find(clause) is { } stated && headings.Contains(stated.Place.Line);

    private StatedAt? Find(Clause clause)
    {
        if (_marked.TryGetValue(clause.Id, out var marker))
        {
            return new StatedAt(sections[marker.Section].Heading, marker.Stated);
        }

        return _headed.TryGetValue(clause.Section, out var named) ? new StatedAt(named.Heading, named.Place) : null;
    }
}
