using System.CommandLine;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Proxmox;

namespace Compliance.Cli;

/// <summary>What is judged: a live cluster, or a file that <c>collect</c> wrote.</summary>
/// <param name="verb">what is done with it, for people: <c>judge</c></param>
internal sealed class InventoryInput(string verb)
{
    public InventoryInput()
        : this("judge")
    {
    }

    private readonly ConnectionOptions connection = new();

    private readonly Option<string?> inventory = new("--inventory")
    {
        Description = $"{verb} this file, written by collect, instead of a live cluster",
    };

    private readonly BackupServerInput backupServer = new();
    private readonly PreviousInput previous = new();

    public void AddTo(Command command)
    {
        AddCurrentTo(command);
        command.Add(backupServer.Option);
        command.Add(previous.Option);
    }

    /// <summary>Without an earlier inventory to compare with.</summary>
    public void AddCurrentTo(Command command)
    {
        command.Add(inventory);
        foreach (var option in connection.All)
        {
            command.Add(option);
        }
    }

    /// <summary>Whether either is given.</summary>
    public bool IsGiven(ParseResult parsed) => parsed.GetValue(inventory) is not null || connection.IsGiven(parsed);

    /// <summary>Reads the earlier inventory; null when none is given.</summary>
    /// <exception cref="UsageException">it is of another estate, or not earlier</exception>
    public Task<Inventory?> PreviousAsync(ParseResult parsed, Inventory now, CollectionScope scope, CancellationToken cancellation)
        => previous.ReadAsync(parsed, now, scope, cancellation);

    /// <summary>Reads it. A file is narrowed to what a live check with these rules would ask for, so that both give the same report.</summary>
    /// <exception cref="UsageException">neither is given, or both</exception>
    public Task<Inventory> ReadAsync(ParseResult parsed, CollectionScope scope, Terminal terminal, CancellationToken cancellation)
        => ReadAsync(parsed, scope, terminal, needsSystemTrust: false, cancellation);

    private async Task<Inventory> ReadAsync(
        ParseResult parsed, CollectionScope scope, Terminal terminal, bool needsSystemTrust, CancellationToken cancellation)
    {
        var file = parsed.GetValue(inventory);
        return (file, connection.IsGiven(parsed)) switch
        {
            (not null, true) => throw new UsageException($"--inventory and --url exclude each other: {verb} a file, or a live cluster."),
            (null, false) => throw new UsageException($"nothing to {verb}: give --url https://HOST:8006 for a live cluster, or --inventory FILE."),
            (not null, false) => await new InventoryFile(file).CollectAsync(scope, cancellation).ConfigureAwait(false),
            _ => await LiveInventory.CollectAsync(connection.Read(parsed, terminal), scope, terminal, needsSystemTrust, cancellation).ConfigureAwait(false),
        };
    }

    /// <summary>The same, with the archives of hosts that the rules read.</summary>
    public Task<Inventory> ReadAsync(ParseResult parsed, RuleSet rules, Policy policy, Terminal terminal, CancellationToken cancellation)
        => ReadAsync(parsed, rules, policy, needsSystemTrust: false, terminal, cancellation);

    /// <param name="needsSystemTrust">whether the run will ask another server besides, which the system's authorities vouch for</param>
    public async Task<Inventory> ReadAsync(
        ParseResult parsed, RuleSet rules, Policy policy, bool needsSystemTrust, Terminal terminal, CancellationToken cancellation)
    {
        var seen = await ReadAsync(parsed, ScopeOf(rules, policy), terminal, needsSystemTrust || BackupServerInput.NeedsSystemTrust(policy), cancellation).ConfigureAwait(false);
        PlaceReader server = connection.IsGiven(parsed) ? backupServer.Reader(parsed, policy, seen, terminal) : BackupServerInput.Offline;
        return await HostArchiveInput.ForAsync(seen, rules, policy, server, cancellation).ConfigureAwait(false);
    }

    /// <summary>What the rules read that can speak of anything under the policy.</summary>
    public static CollectionScope ScopeOf(RuleSet rules, Policy policy)
        => FactScope.Of(rules.Rules.Where(rule => RuleReach.MayApply(rule, policy)).SelectMany(rule => RuleFacts.Of(rule)));
}
