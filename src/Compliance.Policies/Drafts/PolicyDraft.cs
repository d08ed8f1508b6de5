using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>
/// A first policy for an estate: its names are what is live, its demands are the runbook's, or what is live where that is stricter.
/// What is live and less stays a finding of the first <c>check</c>; a note says so.
/// </summary>
public sealed record PolicyDraft
{
    /// <summary>The policy's name, made of the estate's.</summary>
    public required string Name { get; init; }

    /// <summary>The estate's own name. Untrusted text.</summary>
    public required string Estate { get; init; }

    /// <summary>When it was seen, in UTC.</summary>
    public required DateTimeOffset SeenAt { get; init; }

    /// <summary>What could not be read and would have made another draft.</summary>
    public required ImmutableArray<string> Unreadable { get; init; }

    /// <summary><c>local</c> or <c>transition</c>.</summary>
    public required Drafted Phase { get; init; }

    /// <summary>Storage id of the primary target.</summary>
    public required Drafted Target { get; init; }

    /// <summary>Where jobs and guests do not do what the section <c>backup:</c> demands.</summary>
    public required ImmutableArray<string> BackupNotes { get; init; }

    /// <summary>Ascending by level; the one of the hosts is always among them.</summary>
    public required ImmutableArray<TierDraft> Tiers { get; init; }

    /// <summary>Guests and jobs that are in no tier of the draft, each with the reason.</summary>
    public required ImmutableArray<string> LeftOut { get; init; }

    /// <summary>Templates, as vmids with their names.</summary>
    public required ImmutableArray<Drafted> Exempt { get; init; }

    /// <summary>The storages that the tiers' jobs write to, the primary target first.</summary>
    public required ImmutableArray<StorageDraft> Storages { get; init; }

    /// <summary>Storage id of Proxmox Backup Server; empty when none was seen, and the note says whether there may be one.</summary>
    public required Drafted Pbs { get; init; }
}
