using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Reads replication jobs.</summary>
internal static class ReplicationRows
{
    /// <summary>From <c>/nodes/N/replication</c>. A job that never ran has 0 for its times (pve-manager <c>API2/Replication.pm:status</c>).</summary>
    public static ReplicationState Job(WireRow row) => new(
        row.Text("id"),
        row.Int("guest"),
        row.OptionalText("target"),
        row.OptionalTime("last_sync") is { } sync && sync > DateTimeOffset.UnixEpoch ? sync : null,
        row.OptionalInt("fail_count") ?? 0,
        row.OptionalText("error"));
}
