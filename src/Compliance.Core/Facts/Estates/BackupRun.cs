using Compliance.Core.Facts.Runs;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A finished backup run of a node.</summary>
/// <param name="Log">null when it was not asked for, or could not be read</param>
/// <param name="IsLogHidden">the log would tell more, but could not be read</param>
public sealed record BackupRun(TaskState Task, VzdumpLog? Log, bool IsLogHidden)
{
    public RunClass Class => RunStatus.ClassOf(Task.Status);

    /// <summary>Neither OK nor OK with warnings.</summary>
    public bool IsFailure => RunStatus.IsFailure(Task.Status);
}
