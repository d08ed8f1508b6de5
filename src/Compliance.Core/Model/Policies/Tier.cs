using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One tier of the runbook: who is in it and what is promised to them. Tier 0 matters most.</summary>
public sealed record Tier
{
    /// <summary>0 to 9; 0 is the most important.</summary>
    public required Placed<int> Level { get; init; }

    public required Placed<string> Title { get; init; }

    /// <summary>Name globs of hosts whose own configuration belongs to this tier; empty for none.</summary>
    public ImmutableArray<Placed<string>> Hosts { get; init; } = [];

    /// <summary>Paths a host archive must contain, such as <c>/etc/pve</c>.</summary>
    public ImmutableArray<Placed<string>> HostPaths { get; init; } = [];

    /// <summary>Places where archives of these hosts are, any of which may have the newest; empty when the policy names none.</summary>
    public ImmutableArray<HostArchiveSource> HostArchives { get; init; } = [];

    /// <summary>Changes that demand a fresh backup first.</summary>
    public ImmutableArray<Placed<ChangeKind>> Before { get; init; } = [];

    public ImmutableArray<Service> Services { get; init; } = [];

    /// <summary>Who is in the tier: a guest that any of these selects. Null for a tier of hosts only.</summary>
    public GuestSelector? Guests { get; init; }

    /// <summary>Job ids (globs) this tier claims as its own; a live job that no tier claims is undeclared.</summary>
    public ImmutableArray<Placed<string>> Jobs { get; init; } = [];

    public required Placed<Cadence> Schedule { get; init; }

    /// <summary>
    /// When the tier's jobs start: a calendar event of Proxmox VE, such as <c>mon..fri 22:00</c>, which is valid. Null when the policy leaves the time open; then what <see cref="Schedule"/> means to Proxmox VE stands for it where time is simulated.
    /// </summary>
    public Placed<string>? Calendar { get; init; }

    /// <summary>How late a run may be before it counts as missed; the policy's default when null.</summary>
    public Placed<TimeSpan>? Grace { get; init; }

    public required RetentionDemand Retention { get; init; }

    /// <summary>Overrides <see cref="BackupDemand.Mode"/>.</summary>
    public Placed<string>? Mode { get; init; }

    /// <summary>Overrides <see cref="BackupDemand.Compression"/>.</summary>
    public Placed<string>? Compression { get; init; }

    /// <summary>Overrides <see cref="BackupDemand.Target"/>.</summary>
    public Placed<string>? Target { get; init; }

    public required Place Place { get; init; }
}
