namespace Compliance.Proxmox;

/// <summary>
/// An API token, <c>user@realm!tokenid=secret</c>. The secret leaves this type only as the request's <c>Authorization</c> header:
/// printing a token shows its id and nothing else.
/// </summary>
public sealed class ApiToken
{
    /// <summary>The scheme of the header; also tolerated in front of a token that was copied out of a request.</summary>
    private const string Scheme = "PVEAPIToken=";

    private const string Shape = "an API token reads user@realm!tokenid=secret, such as audit@pve!policy=xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";

    private readonly string _secret;

    private ApiToken(string id, string secret)
    {
        Id = id;
        _secret = secret;
    }

    /// <summary>Such as <c>audit@pve!policy</c>; no secret.</summary>
    public string Id { get; }

    /// <summary>Value of the <c>Authorization</c> header. Secret.</summary>
    internal string HeaderValue => Scheme + Value;

    /// <summary>The whole token as it was given, without the scheme. Secret.</summary>
    internal string Value => $"{Id}={_secret}";

    /// <summary>Reads a token; white space around it (a file's last newline) does not count.</summary>
    /// <param name="problem">what is wrong with it, without quoting it: whatever was given may be a secret</param>
    public static ApiToken? Parse(string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        var token = text.Trim();
        if (token.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            token = token[Scheme.Length..];
        }

        problem = FindProblem(token);
        if (problem is not null)
        {
            return null;
        }

        var equals = token.IndexOf('=', token.IndexOf('!', StringComparison.Ordinal));
        return new ApiToken(token[..equals], token[(equals + 1)..]);
    }

    public override string ToString() => Id;

    private static string? FindProblem(string token)
    {
        if (token.Length == 0)
        {
            return $"the API token is empty; {Shape}";
        }

        if (token.Any(c => c is <= ' ' or > '~'))
        {
            return $"the API token holds white space or characters outside of ASCII; {Shape}";
        }

        var bang = token.IndexOf('!', StringComparison.Ordinal);
        if (bang < 0)
        {
            return $"the API token names no token id (there is no '!'); {Shape}";
        }

        var at = token.LastIndexOf('@', bang);
        if (at <= 0 || at == bang - 1)
        {
            return $"the API token names no user and realm before the '!'; {Shape}";
        }

        var equals = token.IndexOf('=', bang);
        if (equals < 0 || equals == token.Length - 1)
        {
            return $"the API token has no secret (nothing after '='); {Shape}";
        }

        return equals == bang + 1 ? $"the API token names no token id between '!' and '='; {Shape}" : null;
    }
}
