using System.CommandLine;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Proxmox;

namespace Compliance.Cli;

/// <summary>The inventory a command judges: from a file, or from a live cluster.</summary>
internal static class InventoryInput
{
    /// <summary>A file is narrowed to what a live check with these rules would ask for, so that both give the same report.</summary>
    /// <exception cref="UsageException">both are given, or neither</exception>
    public static async Task<Inventory> CollectAsync(
        string? file, ConnectionOptions connection, PolicyInput input, ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var scope = ScopeOf(input);
        return (file, connection.IsGiven(parsed)) switch
        {
            (not null, true) => throw new UsageException("--inventory and --url exclude each other: judge a file, or a live cluster."),
            (null, false) => throw new UsageException("nothing to judge: give --url https://HOST:8006 for a live cluster, or --inventory FILE."),
            (not null, false) => await new InventoryFile(file).CollectAsync(scope, cancellation).ConfigureAwait(false),
            _ => await LiveInventory.CollectAsync(connection.Read(parsed, terminal), scope, terminal, cancellation).ConfigureAwait(false),
        };
    }

    /// <summary>What the rules read that can speak of anything under the policy.</summary>
    private static CollectionScope ScopeOf(PolicyInput input)
        => FactScope.Of(input.Rules.Rules.Where(rule => RuleReach.MayApply(rule, input.Repository.Policy)).SelectMany(rule => RuleFacts.Of(rule)));
}
