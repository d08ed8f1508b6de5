namespace Compliance.Core.Model;

/// <summary>What a resource pool lends its access rights to.</summary>
/// <param name="Pool">the pool</param>
/// <param name="Path">the ACL path of the member: <c>/vms/110</c> or <c>/storage/local-backup</c></param>
public sealed record PoolMember(string Pool, string Path);
