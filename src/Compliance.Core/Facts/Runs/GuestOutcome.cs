namespace Compliance.Core.Facts.Runs;

/// <summary>How a run ended for one guest.</summary>
public enum GuestOutcome
{
    Finished,
    Failed,

    /// <summary>Begun, and neither finished nor failed in the log: the run was cut off. No success.</summary>
    Unfinished,
}
