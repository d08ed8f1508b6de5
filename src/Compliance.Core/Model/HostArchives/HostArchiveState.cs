namespace Compliance.Core.Model;

/// <summary>What opening an archive told.</summary>
public enum HostArchiveState
{
    /// <summary>Read to its very end without a fault.</summary>
    Good,

    /// <summary>Some of it is wrong or missing; see <see cref="HostArchive.Reason"/>.</summary>
    Damaged,

    /// <summary>A newer good one of the same node made it unnecessary.</summary>
    NotOpened,

    /// <summary>It could not be read, so nothing is known of it: no permission, or more than the bounds of reading allow.</summary>
    Unreadable,
}
