using System.CommandLine;
using Compliance.Core.Model;
using Compliance.Proxmox;

namespace Compliance.Cli;

/// <summary>How a Proxmox Backup Server that the policy names is asked: its address and certificate are in the policy, its token is not.</summary>
internal sealed class BackupServerInput
{
    /// <summary>The environment variable of the token. Never an argument: arguments show in process lists.</summary>
    private const string TokenVariable = "PBS_TOKEN";

    private readonly Option<string?> tokenFile = new("--pbs-token-file")
    {
        Description = $"file with the API token of the Proxmox Backup Server that the policy names under host-archives, user@realm!id:secret (default: the environment variable {TokenVariable})",
    };

    public Option Option => tokenFile;

    /// <summary>Reads the places of this policy. The token is looked at when a place needs it, and then only.</summary>
    /// <exception cref="UsageException">the token given cannot be used</exception>
    public PlaceReader Reader(ParseResult parsed, Policy policy, Inventory seen, Terminal terminal)
        => Reader(() => Token(parsed.GetValue(tokenFile), terminal), $"set {TokenVariable} to user@realm!id:secret, or give --pbs-token-file FILE", policy, seen, terminal);

    /// <param name="token">gives it; null when there is none</param>
    /// <param name="howTo">how it would be given</param>
    public static PlaceReader Reader(Func<ApiToken?> token, string howTo, Policy policy, Inventory seen, Terminal terminal)
    {
        var servers = Places(policy).Select(place => place.Server!.Value.Value).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return (place, paths, cancellation) => servers > 1
            ? Unread(place, "the policy names several servers, and one token would be shown to all of them: name one server in a policy")
            : ReadAsync(place, paths, token, howTo, seen, terminal, cancellation);
    }

    /// <summary>For what uses no network.</summary>
    public static Task<HostArchivePlace> Offline(HostArchiveSource place, IReadOnlyCollection<string> paths, CancellationToken cancellation)
        => Unread(place, "without --url no server is asked: write the inventory by \"collect --policy\", which records what is there");

    /// <summary>Whether a server is to be trusted because the system's authorities vouch for it.</summary>
    public static bool NeedsSystemTrust(Policy policy) => Places(policy).Any(place => place.Fingerprint is null);

    private static IEnumerable<HostArchiveSource> Places(Policy policy)
        => policy.Tiers.SelectMany(tier => tier.HostArchives).Where(place => place.Server is not null);

    private static async Task<HostArchivePlace> ReadAsync(
        HostArchiveSource place, IReadOnlyCollection<string> paths, Func<ApiToken?> giveToken, string howTo, Inventory seen, Terminal terminal, CancellationToken cancellation)
    {
        if (ServerAddress.Parse(place.Server!.Value.Value, out var fault) is not { } server)
        {
            return await Unread(place, fault!).ConfigureAwait(false);
        }

        if (giveToken() is not { } token)
        {
            return await Unread(place, $"no API token: {howTo}").ConfigureAwait(false);
        }

        var options = new ProxmoxOptions { Servers = [server], Token = token, Trust = Trust(place) };
        using var transport = new HttpTransport(options);
        return await BackupServerArchives.ReadAsync(place, transport, options, terminal.Clock, IsWanted, paths, cancellation).ConfigureAwait(false);

        // Where nodes may be hidden, every host may be one.
        bool IsWanted(string host) => seen.Nodes.Hidden is not null || seen.Nodes.Rows.Any(node => string.Equals(node.Name, host, StringComparison.OrdinalIgnoreCase));
    }

    // The form of the policy's is the pattern's; both have 32 pairs of digits.
    private static ServerTrust Trust(HostArchiveSource place)
        => place.Fingerprint is { } pin && CertificateFingerprint.Parse(pin.Value, out _) is { } fingerprint ? ServerTrust.Pinned([fingerprint]) : ServerTrust.System;

    private static ApiToken? Token(string? file, Terminal terminal)
    {
        var text = file is null ? terminal.Variable(TokenVariable) : ConnectionOptions.ReadToken("--pbs-token-file", file);
        return file is null && string.IsNullOrWhiteSpace(text)
            ? null
            : ApiToken.ParseOfBackupServer(text!, out var problem) ?? throw new UsageException($"{file ?? TokenVariable}: {problem}");
    }

    private static Task<HostArchivePlace> Unread(HostArchiveSource place, string reason) => Task.FromResult(HostArchiveInput.Unread(place, reason));
}
