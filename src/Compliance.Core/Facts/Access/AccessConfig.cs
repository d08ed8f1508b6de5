using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Access;

/// <summary>What access rights are computed from: the whole of <c>/etc/pve/user.cfg</c> that counts for them.</summary>
public sealed record AccessConfig
{
    public required ImmutableArray<AclEntry> Acl { get; init; }

    public required ImmutableArray<RoleState> Roles { get; init; }

    public ImmutableArray<GroupState> Groups { get; init; } = [];

    public ImmutableArray<PoolMember> PoolMembers { get; init; } = [];

    /// <summary>Tokens without privilege separation: they have all rights of their user. Every other token is separated.</summary>
    public ImmutableArray<string> FullTokens { get; init; } = [];
}
