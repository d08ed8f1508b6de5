using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>A storage of a draft.</summary>
/// <param name="Id">as Proxmox VE names it</param>
/// <param name="IsOnDisk">a disk of the host may be demanded of it: it is a directory, or nobody could see what it is</param>
/// <param name="Access">who may have rights on it, as far as guessed</param>
/// <param name="Notes">what is known of it, and what is not as demanded</param>
/// <param name="AccessNotes">who has rights on it</param>
public sealed record StorageDraft(
    string Id, bool IsOnDisk, ImmutableArray<string> Access, ImmutableArray<string> Notes, ImmutableArray<string> AccessNotes);
