using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The privileges a token holds on one ACL path.</summary>
/// <param name="Path">such as <c>/vms/101</c></param>
/// <param name="Privileges">sorted by name, ordinal</param>
public sealed record SightPath(string Path, ImmutableArray<HeldPrivilege> Privileges);
