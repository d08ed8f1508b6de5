using System.Collections.Immutable;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Core.Assessments;

/// <summary>
/// What of an estate the gate is about. Rules that <c>check</c> judges by, too, count for tiers 0 and 1 alone, and for what nobody
/// knows the tier of; the gate's own rules say themselves what they are about. A change to one node asks nothing of the others.
/// </summary>
/// <param name="node">the only node that is changed; null for all</param>
internal sealed class ReadinessScope(Estate estate, string? node)
{
    /// <summary>The least important tier that has to be restorable before a host is touched: the runbook's core services.</summary>
    public const int LastTier = 1;

    private readonly Dictionary<string, string> nodes = estate.Guests.ToDictionary(guest => guest.Id, guest => guest.State.Node, StringComparer.Ordinal);

    public bool Includes(RuleResult result) => IsOfTiers(result) && (node is null || IsOn(result.Subject, node));

    private static bool IsOfTiers(RuleResult result) => !result.Rule.IsChecked || result.Subject.Tier is null or <= LastTier;

    private bool IsOn(Subject subject, string name) => subject.Kind switch
    {
        SubjectKind.Node => subject.Id == $"node/{name}",
        SubjectKind.NodeStorage => subject.Id.StartsWith($"node/{name}/", StringComparison.Ordinal),
        SubjectKind.Guest or SubjectKind.Volume => nodes.GetValueOrDefault(string.Join('/', subject.Id.Split('/').Take(2))) is not { } at || at == name,
        SubjectKind.Job => estate.Jobs.FirstOrDefault(job => $"job/{job.State.Id}" == subject.Id)?.State.Node is not { } only || only == name,
        _ => true,
    };
}
