using System.Collections.Frozen;

namespace Compliance.Core.Facts.Notifications;

/// <summary>What Proxmox tells its matchers of something that happened.</summary>
/// <param name="Severity"><c>info</c>, <c>notice</c>, <c>warning</c>, <c>error</c> or <c>unknown</c></param>
/// <param name="Fields">such as <c>type</c> and <c>hostname</c>; an absent field matches nothing</param>
/// <param name="LocalTime">when, in the zone of the node; null when nobody can tell</param>
public sealed record NotificationEvent(string Severity, FrozenDictionary<string, string> Fields, DateTime? LocalTime)
{
    /// <summary>
    /// A backup run that fails, at a time nobody can foretell: it tells at its end (pve-manager <c>PVE/VZDump.pm:send_notification</c>).
    /// vzdump never sends a warning.
    /// </summary>
    /// <param name="node">the short name, not the domain name</param>
    /// <param name="jobId">null for runs that do not know the job they belong to: the legacy cron jobs</param>
    public static NotificationEvent FailedBackup(string node, string? jobId)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = "vzdump", ["hostname"] = node };
        if (jobId is not null)
        {
            fields["job-id"] = jobId;
        }

        return new NotificationEvent("error", fields.ToFrozenDictionary(StringComparer.Ordinal), LocalTime: null);
    }
}
