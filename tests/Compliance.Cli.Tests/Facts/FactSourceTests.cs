using System.Text;
using System.Text.Json.Nodes;
using Compliance.Cli.Tests.Commands;
using Compliance.Cli.Tests.RuleCases;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;
using Compliance.LoopbackProxmox;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Tests.Facts;

/// <summary>
/// The endpoints and privileges the reference page names are those that count: whatever makes a fact unknown is named by it.
/// Somebody who grants what the page says must not find the fact unknown still.
/// </summary>
public sealed class FactSourceTests
{
    private static readonly Policy Policy = PolicyFiles.Read(Samples.Policy).Repository!.Policy;

    [Fact]
    public void What_may_be_unknown_is_made_from_the_live_system_and_what_is_not_never_is()
    {
        foreach (var fact in FactTable.Facts.Where(fact => fact.MayBeUnknown))
        {
            fact.Sources.Should().Contain(source => source.IsLive, fact.FullName);
        }
    }

    [SkippableTheory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    [InlineData("cluster")]
    [InlineData("large")]
    public void What_Proxmox_refuses_and_what_it_filters_is_as_named(string estate)
    {
        var recording = Recording.Load(Shared.Require(Path.Combine(Shared.Recordings, estate)));
        var answers = recording.Answers
            .Where(a => a.Token == "none" && a.Status is 200 or 403)
            .ToLookup(a => NamedSource.Generic(a.Target["/api2/json".Length..]));
        var named = FactTable.Facts.SelectMany(f => f.Sources).SelectMany(NamedSource.Expand).Distinct().ToLookup(source => source.Endpoint);
        foreach (var endpoint in named)
        {
            var isRefused = endpoint.Any(source => source is { Privilege: not null, IsFiltered: false });
            answers[endpoint.Key].Should().NotContain(a => a.Status != (isRefused ? 403 : 200), endpoint.Key);
            answers[endpoint.Key].Where(a => a.Status == 403 && a.Reason.Contains('(', StringComparison.Ordinal))
                .Should().NotContain(a => !endpoint.Any(source => NamedSource.IsRefusedFor(source, a.Reason)), endpoint.Key);
        }

        named.Count(endpoint => answers.Contains(endpoint.Key)).Should().BeGreaterThan(12, "that many endpoints were asked without any right");
    }

    [SkippableTheory]
    [MemberData(nameof(LiveCheckTests.EstatesAndTokens), MemberType = typeof(LiveCheckTests))]
    public async Task What_a_token_does_not_see_is_named(string estate, string token)
    {
        var recording = Recording.Load(Shared.Require(Path.Combine(Shared.Recordings, estate)));
        var unknown = await UnknownAsync(recording, token);
        unknown.Where(u => !NamedSource.IsNamed(u)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("compliant")]
    [InlineData("drifted")]
    public async Task What_a_refusal_makes_unknown_is_named(string estate)
    {
        var recording = Recording.Load(Samples.Recording(estate));
        var endpoints = recording.Answers.Select(a => NamedSource.Generic(a.Target["/api2/json".Length..])).Where(e => e != "/version").Distinct().ToList();
        var seen = new HashSet<UnknownFact>();
        foreach (var endpoint in endpoints)
        {
            seen.UnionWith(await UnknownAsync(recording, "audit", endpoint));

            // The archives prove the time zone when the node does not tell it.
            seen.UnionWith(await UnknownAsync(recording, "audit", endpoint, "/nodes/N/storage/ID/prunebackups"));
        }

        seen.Where(u => !NamedSource.IsNamed(u)).Select(u => u.ToString()).Should().BeEmpty();
        PairsOf(seen).Should().BeGreaterThan(120, "that many facts have that many sources");
    }

    [Theory]
    [InlineData("compliant", false)]
    [InlineData("drifted", false)]
    [InlineData("drifted", true)]
    public void What_hiding_makes_unknown_is_named(string estate, bool jobsInheritEverything)
    {
        var seen = new HashSet<UnknownFact>();
        var text = Sample(estate, jobsInheritEverything);
        foreach (var place in InventoryPlaces.Of(JsonNode.Parse(text)!))
        {
            foreach (var isEmptied in (bool[])[false, true])
            {
                var hidden = JsonNode.Parse(text)!;
                InventoryPlaces.Hide(InventoryPlaces.Find(hidden, place), isEmptied, PlaceEndpoint.Of(place));
                var inventory = InventoryFile.Parse(Encoding.UTF8.GetBytes(hidden.ToJsonString()), "hidden.json");
                seen.UnionWith(UnknownFact.Of(Estate.Build(Policy, SampleEvidence.Records, inventory, inventory.CollectedAt)));
            }
        }

        seen.Where(u => !NamedSource.IsNamed(u)).Select(u => u.ToString()).Should().BeEmpty();
        PairsOf(seen).Should().BeGreaterThan(120, "that many facts have that many sources");
    }

    // Jobs of the samples say everything themselves; these leave it all to the storage and to vzdump.conf.
    private static string Sample(string estate, bool jobsInheritEverything)
    {
        var inventory = JsonNode.Parse(Repository.Read($"samples/homelab/inventories/{estate}.json"))!;
        if (jobsInheritEverything)
        {
            foreach (var job in inventory["jobs"]!["rows"]!.AsArray())
            {
                foreach (var key in (string[])["storage", "mode", "compress", "pruneBackups", "remove"])
                {
                    job![key] = null;
                }
            }
        }

        return inventory.ToJsonString();
    }

    private static int PairsOf(IEnumerable<UnknownFact> unknown)
        => unknown.Select(u => (u.Fact, NamedSource.Generic(u.Cause.Endpoint))).Distinct().Count();

    private static async Task<HashSet<UnknownFact>> UnknownAsync(Recording recording, string token, params string[] silent)
    {
        var options = new ProxmoxOptions
        {
            Servers = [new Uri("https://pve1:8006")],
            Token = ApiToken.Parse(recording.Tokens[token], out _)!,
            Trust = ServerTrust.System,
        };
        using var transport = new RefusingTransport(recording, token, silent);
        var inventory = await new LiveInventorySource(transport, options, TimeProvider.System).CollectAsync(CollectionScope.Everything, CancellationToken.None);
        return [.. UnknownFact.Of(Estate.Build(Policy, SampleEvidence.Records, inventory, recording.RecordedAt))];
    }
}
