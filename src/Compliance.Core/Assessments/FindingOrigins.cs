using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Where the value that a finding is about comes from, when it is a setting of a job that may be inherited.</summary>
internal sealed class FindingOrigins
{
    private readonly Dictionary<string, JobFacts> jobs;
    private readonly Dictionary<string, string> nodes;

    public FindingOrigins(Estate estate)
    {
        jobs = estate.Jobs.ToDictionary(job => $"/cluster/backup/{job.State.Id}", StringComparer.Ordinal);
        nodes = estate.Guests.ToDictionary(guest => guest.Id, guest => guest.State.Node, StringComparer.Ordinal);
    }

    /// <summary>With the levels of the nodes where they differ, when the finding is not about one guest.</summary>
    public Finding Mark(Finding finding)
    {
        if (finding.Live is not { } live || !jobs.TryGetValue(live.Endpoint, out var job))
        {
            return finding;
        }

        var node = nodes.GetValueOrDefault(finding.Subject.Id);
        return finding with
        {
            Origins =
            [
                .. job.Nodes.Where(at => node is null || at.Node == node).SelectMany(at => at.OriginsOf(live.Field).Select((level, rank) => (level, rank)))
                    .Distinct().OrderBy(ranked => ranked.rank).Select(ranked => ranked.level),
            ],
        };
    }
}
