namespace Compliance.Core.Model;

/// <summary>Where the migration to Proxmox Backup Server stands.</summary>
public enum PolicyPhase
{
    /// <summary>Phase 4.2: local backups only.</summary>
    Local,

    /// <summary>Phase 4.3 under way: PBS beside the local jobs, which are disabled gradually.</summary>
    Transition,

    /// <summary>Phase 4.3 done: PBS, and one local copy as the fast-restore tier.</summary>
    Pbs,
}
