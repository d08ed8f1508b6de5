namespace Compliance.Core.Model;

/// <summary>A task of a node: one that finished, of its history, or one that runs, which has no end.</summary>
/// <param name="Type"><c>vzdump</c>, <c>qmrestore</c>, <c>vzrestore</c>; of a running one any other, too</param>
/// <param name="VmId">the guest, when the task handled exactly one; null otherwise</param>
/// <param name="Status"><c>OK</c>, <c>WARNINGS: N</c> (a success), <c>unexpected status</c> (no final line), or the error's text</param>
public sealed record TaskState(
    string Upid, string Type, int? VmId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string User, string? Status);
