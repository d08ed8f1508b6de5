namespace Compliance.Core.Model;

/// <summary>One line of the access control list.</summary>
/// <param name="Path">such as <c>/storage/local-backup</c></param>
/// <param name="Kind"><c>user</c>, <c>group</c> or <c>token</c></param>
/// <param name="Principal">such as <c>ops@pve</c>, <c>auditors</c>, <c>audit@pve!policy</c></param>
public sealed record AclEntry(string Path, string Kind, string Principal, string Role, bool Propagates);
