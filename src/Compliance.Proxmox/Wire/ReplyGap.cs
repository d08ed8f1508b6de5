using System.Globalization;
using Compliance.Core.Facts.Access;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>What an answer that is no success says about what is missing.</summary>
internal static class ReplyGap
{
    public static Gap Of(string endpoint, ProxmoxReply reply)
    {
        var message = Envelope.MessageOf(reply.Body) ?? reply.Reason.ReplaceLineEndings(" ").Trim();
        var reason = string.Create(CultureInfo.InvariantCulture, $"{reply.Status} {message}").TrimEnd();

        // Some refusals, such as that of /nodes/N/disks/list, do not say what they want.
        return new Gap(endpoint, reason, reply.Status == 403 ? FromMessage(message) ?? CallRights.Of(endpoint)?.Least?.ToString() : null);
    }

    /// <summary>
    /// <c>Permission check failed (/storage/local, Datastore.Audit|Datastore.AllocateSpace)</c>: any of the named ones would
    /// do, and the first is the lesser.
    /// </summary>
    private static string? FromMessage(string message)
    {
        var open = message.IndexOf('(', StringComparison.Ordinal);
        var comma = message.IndexOf(", ", StringComparison.Ordinal);
        if (open < 0 || comma < open || message[^1] != ')')
        {
            return null;
        }

        var path = message[(open + 1)..comma];
        var privilege = message[(comma + 2)..^1].Split('|', ',')[0].Trim();
        return path.StartsWith('/') && privilege.Length > 0 ? $"{privilege} on {path}" : null;
    }
}
