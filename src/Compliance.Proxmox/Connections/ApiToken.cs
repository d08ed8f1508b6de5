namespace Compliance.Proxmox;

/// <summary>
/// An API token: <c>user@realm!tokenid=secret</c> of Proxmox VE, <c>user@realm!tokenid:secret</c> of Proxmox Backup Server. The secret leaves this type only as the request's <c>Authorization</c> header:
/// printing a token shows its id and nothing else.
/// </summary>
public sealed class ApiToken
{
    /// <summary>Also tolerated in front of a token that was copied out of a request.</summary>
    private const string SchemeOfCluster = "PVEAPIToken=";

    private const string ShapeOfCluster = "an API token reads user@realm!tokenid=secret, such as audit@pve!policy=xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    /// <summary>proxmox-backup <c>src/server/auth.rs</c>.</summary>
    private const string SchemeOfBackupServer = "PBSAPIToken=";

    private const string ShapeOfBackupServer =
        "an API token of Proxmox Backup Server reads user@realm!tokenid:secret, such as audit@pbs!policy:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private readonly string _scheme;
    private readonly char _separator;
    private readonly string _secret;

    private ApiToken(string scheme, char separator, string id, string secret)
    {
        _scheme = scheme;
        _separator = separator;
        Id = id;
        _secret = secret;
    }

    /// <summary>Such as <c>audit@pve!policy</c>; no secret.</summary>
    public string Id { get; }

    /// <summary>Value of the <c>Authorization</c> header. Secret.</summary>
    internal string HeaderValue => _scheme + Value;

    /// <summary>The whole token as it was given, without the scheme. Secret.</summary>
    internal string Value => $"{Id}{_separator}{_secret}";

    /// <summary>Reads a token of Proxmox VE; white space around it (a file's last newline) does not count.</summary>
    /// <param name="problem">what is wrong with it, without quoting it: whatever was given may be a secret</param>
    public static ApiToken? Parse(string text, out string? problem) => Parse(text, SchemeOfCluster, '=', ShapeOfCluster, out problem);

    /// <summary>The same for one of Proxmox Backup Server, which has a colon before the secret.</summary>
    public static ApiToken? ParseOfBackupServer(string text, out string? problem)
        => Parse(text, SchemeOfBackupServer, ':', ShapeOfBackupServer, out problem);

    public override string ToString() => Id;

    private static ApiToken? Parse(string text, string scheme, char separator, string shape, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var token = text.Trim();
        if (token.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
        {
            token = token[scheme.Length..];
        }

        problem = FindProblem(token, separator, shape);
        if (problem is not null)
        {
            return null;
        }

        var end = token.IndexOf(separator, token.IndexOf('!', StringComparison.Ordinal));
        return new ApiToken(scheme, separator, token[..end], token[(end + 1)..]);
    }

    private static string? FindProblem(string token, char separator, string shape)
    {
        if (token.Length == 0)
        {
            return $"the API token is empty; {shape}";
        }

        if (token.Any(c => c is <= ' ' or > '~'))
        {
            return $"the API token holds white space or characters outside of ASCII; {shape}";
        }

        var bang = token.IndexOf('!', StringComparison.Ordinal);
        if (bang < 0)
        {
            return $"the API token names no token id (there is no '!'); {shape}";
        }

        var at = token.LastIndexOf('@', bang);
        if (at <= 0 || at == bang - 1)
        {
            return $"the API token names no user and realm before the '!'; {shape}";
        }

        var end = token.IndexOf(separator, bang);
        if (end < 0 || end == token.Length - 1)
        {
            return $"the API token has no secret (nothing after '{separator}'); {shape}";
        }

        return end == bang + 1 ? $"the API token names no token id between '!' and '{separator}'; {shape}" : null;
    }
}
