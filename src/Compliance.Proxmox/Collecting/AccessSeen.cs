using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Who there is, what roles allow, and what pools lend rights to.</summary>
internal sealed record AccessSeen(
    Listing<UserState> Users, Listing<GroupState> Groups, Listing<RoleState> Roles, Listing<PoolMember> PoolMembers);
