namespace Compliance.Core.Model;

/// <summary>A storage replication job of a guest, as the node it runs on tells it; from <c>/nodes/N/replication</c>.</summary>
/// <param name="Id">such as <c>111-0</c></param>
/// <param name="VmId">the guest whose volumes are copied</param>
/// <param name="Target">the node they are copied to; null when the job does not say</param>
/// <param name="LastSync">when it last succeeded; null when it never did</param>
/// <param name="FailCount">tries that failed since then</param>
/// <param name="Error">what the last one said; null when it did not fail</param>
public sealed record ReplicationState(string Id, int VmId, string? Target, DateTimeOffset? LastSync, int FailCount, string? Error);
