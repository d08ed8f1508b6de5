using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Targets;

/// <summary>Where a target of the file is read from. Each shows its own token to its own servers, and nothing from the environment to any.</summary>
/// <param name="folder">that relative paths of the file begin at</param>
internal sealed class TargetSource(ClusterTarget target, string folder, Terminal terminal)
{
    private const string HowToTokenOfBackupServer = "name its file in the target, pbs-token-file";

    /// <summary>For people: an address, or a file.</summary>
    public string Origin => target.Inventory is { } file ? PathOf(file) : target.Urls[0].Value;

    /// <summary>The folder or file of its policy.</summary>
    public string Policy => target.Policy is { } policy ? PathOf(policy) : folder;

    /// <summary>Reads what the rules ask for.</summary>
    /// <exception cref="InventoryException">it cannot be read</exception>
    /// <exception cref="UsageException">a file that the target names cannot be used</exception>
    public async Task<Inventory> ReadAsync(RuleSet rules, Policy policy, CancellationToken cancellation)
    {
        var scope = InventoryInput.ScopeOf(rules, policy);
        if (target.Inventory is { } file)
        {
            var recorded = await new InventoryFile(PathOf(file)).CollectAsync(scope, cancellation).ConfigureAwait(false);
            return await HostArchiveInput.ForAsync(recorded, rules, policy, BackupServerInput.Offline, cancellation).ConfigureAwait(false);
        }

        // The process asks other servers too, which the system's authorities may vouch for.
        var seen = await LiveInventory.CollectAsync(Connection(), scope, terminal, needsSystemTrust: true, cancellation).ConfigureAwait(false);
        var server = BackupServerInput.Reader(TokenOfBackupServer, HowToTokenOfBackupServer, policy, seen, terminal);
        return await HostArchiveInput.ForAsync(seen, rules, policy, server, cancellation).ConfigureAwait(false);
    }

    private ProxmoxOptions Connection()
    {
        var options = new ProxmoxOptions
        {
            Servers = [.. target.Urls.Select(url => ServerAddress.Parse(url.Value, out var problem) ?? throw Bad("urls", problem))],
            Token = Read("token-file", target.TokenFile!.Value, text => (ApiToken.Parse(text, out var problem), problem)),
            Trust = Trust(),
        };
        return target.TimeoutSeconds is { } seconds ? options with { ResponseTimeout = TimeSpan.FromSeconds(seconds.Value) } : options;
    }

    private ServerTrust Trust()
    {
        if (!target.Fingerprints.IsEmpty)
        {
            return ServerTrust.Pinned([.. target.Fingerprints.Select(pin => CertificateFingerprint.Parse(pin.Value, out var problem) ?? throw Bad("fingerprint", problem))]);
        }

        return target.Authority is { } file ? ServerTrust.FromPemFile(PathOf(file), out var fault) ?? throw Bad("ca", fault) : ServerTrust.System;
    }

    private ApiToken? TokenOfBackupServer()
        => target.BackupServerTokenFile is { } file ? Read("pbs-token-file", file, text => (ApiToken.ParseOfBackupServer(text, out var problem), problem)) : null;

    // What is wrong with a token is said without quoting it.
    private ApiToken Read(string setting, Placed<string> file, Func<string, (ApiToken? Token, string? Problem)> parse)
    {
        var (token, problem) = parse(ConnectionOptions.ReadToken(setting, PathOf(file)));
        return token ?? throw Bad(setting, $"{PathOf(file)}: {problem}");
    }

    private static UsageException Bad(string setting, string? problem) => new($"{setting}: {problem}");

    private string PathOf(Placed<string> path) => Path.Combine(folder, path.Value);
}
