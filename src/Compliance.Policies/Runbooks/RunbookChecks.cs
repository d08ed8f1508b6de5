using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What is wrong between a policy and its own runbook: clauses that are stated nowhere, and text that changed since it was accepted.</summary>
internal sealed class RunbookChecks(Runbook runbook, Place setting, ProblemList problems)
{
    private const string Review = "Hold the policy against the new text, then accept it: pve-compliance coverage --accept-runbook";

    private static ImmutableArray<Clause> Clauses => RunbookClauses.Load();

    /// <summary>Reads the runbook and what was accepted of it, and reports the difference; null when the text cannot be used, which is reported.</summary>
    public static Runbook? Run(Placed<string> name, SourceReader reader, ProblemList problems)
    {
        var source = reader.Read(name.Value, whenMissing: () => problems.Add(
            ProblemCodes.ReferenceMissing, name.Place, $"there is no file \"{name.Value}\"", "Add the runbook's text, or remove the setting."));
        if (source is null)
        {
            return null;
        }

        var runbook = RunbookReader.Read(source);
        var checks = new RunbookChecks(runbook, name.Place, problems);
        checks.Bindings();
        checks.Changes(reader);
        return runbook;
    }

    private void Bindings()
    {
        foreach (var marker in runbook.Markers.Where(marker => !RunbookClauses.Ids.Contains(marker.Clause)))
        {
            problems.Add(
                ProblemCodes.RunbookMarkerUnknown, marker.Mark, $"there is no clause {marker.Clause}",
                "pve-compliance coverage lists the clauses; correct the marker, or remove it.");
        }

        foreach (var lost in runbook.Locate(Clauses).Where(clause => clause.Stated is null).GroupBy(clause => clause.Section, StringComparer.Ordinal))
        {
            problems.Add(
                ProblemCodes.RunbookClauseNotFound, setting,
                $"the runbook has no heading \"{lost.Key}\", and no line of it is marked for {string.Join(", ", lost.Select(clause => clause.Id))}",
                $"Mark the line that states each, such as <!-- {lost.First().Id} -->.");
        }
    }

    private void Changes(SourceReader reader)
    {
        var isMissing = false;
        var accepted = reader.Read(RunbookLock.NameOf(runbook.File), whenMissing: () => isMissing = true) is { } source ? RunbookLock.Read(source, problems) : [];
        if (isMissing)
        {
            problems.Add(
                ProblemCodes.RunbookNotAccepted, setting, $"nothing says which text of \"{runbook.File}\" the policy was held against, so no change of it is noticed", Review);
        }

        if (accepted.IsEmpty)
        {
            return; // missing or faulty, which was said
        }

        var before = accepted.GroupBy(section => section.Heading.Value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => new Queue<AcceptedSection>(group), StringComparer.Ordinal);
        for (var at = 0; at < runbook.Sections.Length; at++)
        {
            var section = runbook.Sections[at];
            if (!before.TryGetValue(section.Heading, out var same) || !same.TryDequeue(out var was))
            {
                Changed(section.Place, $"the section {Words.Quoted(section.Heading)} is new", at);
            }
            else if (was.Digest.Value != section.Digest)
            {
                Changed(section.Place, $"the section {Words.Quoted(section.Heading)} has changed", at);
            }
        }

        foreach (var gone in before.Values.SelectMany(left => left))
        {
            problems.Add(ProblemCodes.RunbookChanged, gone.Heading.Place, $"the section {Words.Quoted(gone.Heading.Value)} is no longer in \"{runbook.File}\"", Review);
        }
    }

    private void Changed(Place place, string what, int section)
    {
        var clauses = runbook.ClausesOf(section, Clauses);
        var states = clauses.IsEmpty ? "" : $"; it states {string.Join(", ", clauses)}";
        problems.Add(ProblemCodes.RunbookChanged, place, what + " since the policy was last held against it" + states, Review);
    }
}
