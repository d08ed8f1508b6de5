namespace Compliance.Core.Facts.Runs;

/// <summary>How a finished task ended: pve-common <c>src/PVE/UPID.pm:normalize_status_type</c>.</summary>
public enum RunClass
{
    Ok,

    /// <summary>A success that has something to say.</summary>
    Warning,

    Error,

    /// <summary>Nobody saw its end: a crash, a power loss, or a wait for the global lock that timed out. No success.</summary>
    Unknown,
}
