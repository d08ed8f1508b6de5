using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>A run of a node as one guest sees it.</summary>
/// <param name="Effect">unreadable when it may have been for the guest and does not tell what came of it</param>
/// <param name="IsScheduled">it was a run of a job that selects the guest; one by hand may have written anywhere</param>
internal readonly record struct SeenRun(string Node, TaskState Task, Observed<RunEffect> Effect, bool IsScheduled);
