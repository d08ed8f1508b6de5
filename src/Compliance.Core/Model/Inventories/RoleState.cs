using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A role and its privileges, sorted.</summary>
public sealed record RoleState(string Id, ImmutableArray<string> Privileges);
