using System.CommandLine;
using Compliance.Proxmox;

namespace Compliance.Cli;

/// <summary>The options that say how to reach a cluster; the same for every command that does.</summary>
internal sealed class ConnectionOptions
{
    /// <summary>The environment variable of the token. Never an argument: arguments show in process lists.</summary>
    private const string TokenVariable = "PVE_TOKEN";

    private readonly Option<string[]> url = new("--url")
    {
        Description = "https://HOST:8006 of a node; repeat for fail-over to other nodes of the same cluster",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> tokenFile = new("--token-file")
    {
        Description = $"file with the API token, user@realm!id=secret (default: the environment variable {TokenVariable})",
    };

    private readonly Option<string[]> fingerprint = new("--fingerprint")
    {
        Description = "SHA-256 fingerprint of the server's certificate, for self-signed ones; repeat for several nodes",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> ca = new("--ca")
    {
        Description = "PEM file of the CA that signed the server's certificate (default: the system's)",
    };

    private readonly Option<int> timeout = new("--timeout")
    {
        Description = "seconds to wait for one answer",
        DefaultValueFactory = _ => 60,
    };

    public IEnumerable<Option> All => [url, tokenFile, fingerprint, ca, timeout];

    public bool IsGiven(ParseResult parsed) => parsed.GetValue(url) is { Length: > 0 };

    /// <exception cref="UsageException">an option cannot be used; the message says how to put it right</exception>
    public ProxmoxOptions Read(ParseResult parsed, Terminal terminal)
    {
        var seconds = parsed.GetValue(timeout);
        if (seconds is < 1 or > 3600)
        {
            throw new UsageException($"--timeout {seconds} is not between 1 and 3600 seconds.");
        }

        return new ProxmoxOptions
        {
            Servers = [.. (parsed.GetValue(url) ?? []).Select(Address)],
            Token = Token(parsed.GetValue(tokenFile), terminal),
            Trust = Trust(parsed),
            ResponseTimeout = TimeSpan.FromSeconds(seconds),
        };
    }

    private static Uri Address(string text)
        => ServerAddress.Parse(text, out var problem) ?? throw new UsageException($"--url: {problem}");

    private static ApiToken Token(string? file, Terminal terminal)
    {
        var text = file is null ? terminal.Variable(TokenVariable) : ReadToken("--token-file", file);
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new UsageException($"no API token: set {TokenVariable} to user@realm!id=secret, or give --token-file FILE.");
        }

        return ApiToken.Parse(text, out var problem)
            ?? throw new UsageException($"{(file is null ? TokenVariable : file)}: {problem}");
    }

    /// <summary>The text of a file with a token.</summary>
    /// <param name="option">that named it, for the fault</param>
    /// <exception cref="UsageException">it cannot be read</exception>
    public static string ReadToken(string option, string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{option}: cannot read \"{file}\": {fault.Message}");
        }
    }

    private ServerTrust Trust(ParseResult parsed)
    {
        var (pins, file) = (parsed.GetValue(fingerprint) ?? [], parsed.GetValue(ca));
        if (pins.Length > 0 && file is not null)
        {
            throw new UsageException("--fingerprint and --ca exclude each other: a pinned certificate needs no CA.");
        }

        if (pins.Length > 0)
        {
            return ServerTrust.Pinned([.. pins.Select(Pin)]);
        }

        return file is null
            ? ServerTrust.System
            : ServerTrust.FromPemFile(file, out var problem) ?? throw new UsageException($"--ca: {problem}");
    }

    private static CertificateFingerprint Pin(string text)
        => CertificateFingerprint.Parse(text, out var problem) ?? throw new UsageException($"--fingerprint: {problem}");
}
