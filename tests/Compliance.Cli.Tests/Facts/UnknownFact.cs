using Compliance.Cel;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Cli.Tests.Facts;

/// <summary>A fact that is unknown for some subject, and one cause of it.</summary>
internal sealed record UnknownFact(Fact Fact, Gap Cause)
{
    /// <summary>The unknown facts of every subject.</summary>
    public static IEnumerable<UnknownFact> Of(Estate estate)
    {
        foreach (var (field, host) in Fields(estate))
        {
            if (field.Get(host) is { Kind: CelKind.Unknown } value)
            {
                foreach (var cause in value.AsUnknown().Causes)
                {
                    yield return new UnknownFact((Fact)field.Tag!, (Gap)cause);
                }
            }
        }
    }

    /// <summary>Every fact with every subject that has it.</summary>
    public static IEnumerable<(Fact Fact, object Host)> FactsOf(Estate estate) => Fields(estate).Select(pair => ((Fact)pair.Field.Tag!, pair.Host));

    public override string ToString() => $"{Fact.FullName}: {Cause}";

    private static IEnumerable<(CelField Field, object Host)> Fields(Estate estate) => Hosts(estate).SelectMany(
        pair => FactTable.Subjects.Single(subject => subject.Name == pair.Subject).Record.Fields.SelectMany(field => pair.Hosts.Select(host => (field, host))));

    private static IEnumerable<(string Subject, IEnumerable<object> Hosts)> Hosts(Estate estate) =>
    [
        ("policy", [estate.Policy]),
        ("estate", [estate]),
        ("tier", estate.Tiers),
        ("service", estate.Services),
        ("guest", estate.Guests),
        ("volume", estate.Guests.SelectMany(VolumesOf)),
        ("job", estate.Jobs),
        ("storage", estate.Storages),
        ("nodeStorage", estate.NodeStorages),
        ("node", estate.Nodes),
        ("compared", estate.Changes.Compared),
    ];

    // The engine judges one volume of a guest whose volumes nobody could see.
    private static IEnumerable<object> VolumesOf(GuestFacts guest) => guest.Volumes.Match<IEnumerable<object>>(
        volumes => volumes,
        gap => [new VolumeFacts(guest, "?", "?", "?", Observation.Unreadable<bool>(gap), string.Empty)]);
}
