namespace Compliance.Core.Facts.Estates;

/// <summary>What a backup run did for one guest.</summary>
public enum RunEffect
{
    /// <summary>It was another guest's.</summary>
    None,

    /// <summary>It saved this guest: the task was for it alone and succeeded, or its log says so.</summary>
    Saved,

    /// <summary>
    /// The job that selects the guest today ran and succeeded, and no log that was read names its guests: it saved this one if the job
    /// selected it then, and the guest was on that node.
    /// </summary>
    SavedByItsJob,

    /// <summary>It was to save this guest and did not.</summary>
    Failed,
}
