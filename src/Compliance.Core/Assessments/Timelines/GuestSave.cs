namespace Compliance.Core.Assessments;

/// <summary>A moment at which a guest was saved, certainly.</summary>
/// <param name="IsPresent">its restore point is there now; else only the run tells of it</param>
/// <param name="IsScheduled">a job that selects the guest made it, so that it went to a storage that is listed</param>
/// <param name="IsProtected">pruning leaves it alone and does not count it</param>
internal readonly record struct GuestSave(DateTimeOffset Time, bool IsPresent, bool IsScheduled, bool IsProtected);
