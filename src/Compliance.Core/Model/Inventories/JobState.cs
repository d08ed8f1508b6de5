using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Compliance.Core.Model;

/// <summary>
/// A backup job as the API gives it. Null means that the key is not set, and the next level decides:
/// job, then (retention only) storage, then the node's vzdump.conf, then the built-in default.
/// </summary>
public sealed record JobState
{
    /// <summary>Section name in jobs.cfg; for a legacy cron job <c>SHA1:N</c>, which changes whenever its file does.</summary>
    public required string Id { get; init; }

    /// <summary>From vzdump.cron, not jobs.cfg: run by cron, even though the API shows no <c>type</c> and no <c>next-run</c>.</summary>
    public required bool IsLegacy { get; init; }

    public required bool IsEnabled { get; init; }

    /// <summary>A calendar event in Proxmox's syntax.</summary>
    public string? Schedule { get; init; }

    /// <summary>The only node that runs it; null for all.</summary>
    public string? Node { get; init; }

    public bool All { get; init; }

    /// <summary>Guests named one by one.</summary>
    public ImmutableArray<int> VmIds { get; init; } = [];

    /// <summary>Guests left out; counts only with <see cref="All"/>.</summary>
    public ImmutableArray<int> Exclude { get; init; } = [];

    public string? Pool { get; init; }

    public string? Storage { get; init; }

    public string? DumpDir { get; init; }

    public string? Mode { get; init; }

    /// <summary>As on the wire: <c>zstd</c>, <c>gzip</c>, <c>lzo</c>, <c>1</c> (lzo) or <c>0</c> (none).</summary>
    public string? Compress { get; init; }

    /// <summary>Retention as a property string, <c>keep-daily=7,keep-weekly=4</c>, keys sorted.</summary>
    public string? PruneBackups { get; init; }

    /// <summary>False: this job never prunes.</summary>
    public bool? Remove { get; init; }

    /// <summary>Untrusted text.</summary>
    public string? Comment { get; init; }

    public string? NotificationMode { get; init; }

    public string? MailTo { get; init; }

    public string? MailNotification { get; init; }

    /// <summary>
    /// <c>notification-target</c>, or else <c>notification-policy</c>: left over from a beta of 8.1, and ignored by Proxmox VE 9.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LeftoverNotification { get; init; }

    /// <summary>
    /// <c>maxfiles</c>: how many to keep of each guest, 0 for all. Proxmox VE 8 still counts by it where <see cref="PruneBackups"/> is not
    /// set, and tells it of jobs only; Proxmox VE 9 ignores it.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? MaxFiles { get; init; }

    /// <summary>True: a run that was missed while the node was down is made up for.</summary>
    public bool RepeatMissed { get; init; }

    /// <summary>Every produced backup is marked protected.</summary>
    public bool IsProtecting { get; init; }

    public ImmutableArray<string> ExcludePaths { get; init; } = [];

    /// <summary>
    /// Guests and volumes as Proxmox itself computes them, from <c>/cluster/backup/ID/included_volumes</c>. Unreadable when the job
    /// names a missing pool (500).
    /// </summary>
    public required Observed<ImmutableArray<IncludedGuest>> Included { get; init; }
}
