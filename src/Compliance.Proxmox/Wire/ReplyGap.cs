using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>What an answer that is no success says about what is missing.</summary>
internal static class ReplyGap
{
    public static Gap Of(string endpoint, ProxmoxReply reply)
    {
        var message = Envelope.MessageOf(reply.Body) ?? reply.Reason.ReplaceLineEndings(" ").Trim();
        var reason = string.Create(CultureInfo.InvariantCulture, $"{reply.Status} {message}").TrimEnd();
        return new Gap(endpoint, reason, reply.Status == 403 ? FromMessage(message) ?? Needed(endpoint) : null);
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

    /// <summary>For refusals that do not say, such as <c>/nodes/N/disks/list</c>: what pve-manager and pve-storage check.</summary>
    private static string Needed(string endpoint)
    {
        var parts = endpoint.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts switch
        {
            ["nodes", var node, "disks", "list"] => $"Sys.Audit on /nodes/{node}",
            ["nodes", _, "disks", ..] => "Sys.Audit on /",
            ["nodes", _, "storage", var storage, ..] => $"Datastore.Audit on /storage/{storage}",
            ["nodes", _, "vzdump", ..] => "Datastore.Audit on /storage",
            ["nodes", _, "qemu" or "lxc", var vmid, ..] => $"VM.Audit on /vms/{vmid}",
            ["nodes", var node, ..] => $"Sys.Audit on /nodes/{node}",
            ["storage", ..] => "Datastore.Audit on /storage",
            ["pools", ..] => "Pool.Audit on /pool",
            ["cluster", "notifications", ..] => "Mapping.Audit on /mapping/notifications",
            ["access", ..] => "Sys.Audit on /access",
            _ => "Sys.Audit on /",
        };
    }
}
