namespace Compliance.Proxmox;

/// <summary>Reads what a user gives as the address of a Proxmox server.</summary>
public static class ServerAddress
{
    /// <summary>An <c>https</c> address without path, such as <c>https://pve1.example:8006</c>; the port is not guessed.</summary>
    public static Uri? Parse(string text, out string? problem)
    {
        ArgumentNullException.ThrowIfNull(text);
        problem = null;
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var url) || url.Host.Length == 0)
        {
            problem = $"\"{text}\" is not an address; give it as https://HOST:8006";
        }
        else if (url.Scheme != Uri.UriSchemeHttps)
        {
            problem = $"\"{text}\" is not an https address; Proxmox VE answers on https://{url.Host}:8006";
        }
        else if (url.UserInfo.Length > 0)
        {
            problem = $"the address of {url.Host} holds a user or password; give the API token through PVE_TOKEN or --token-file instead";
        }
        else if (url.AbsolutePath != "/" || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            problem = $"\"{text}\" has more than host and port; give it as https://{url.Authority}";
        }

        return problem is null ? url : null;
    }

    /// <summary>As messages name it: <c>https://pve1:8006</c>, without the slash that <see cref="Uri"/> appends.</summary>
    internal static string Display(Uri server) => $"https://{server.Authority}";
}
