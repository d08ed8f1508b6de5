namespace Compliance.Core.Model;

/// <summary>A privilege a token holds on a path, such as <c>Datastore.Audit</c>.</summary>
/// <param name="Name">Proxmox's name of it</param>
/// <param name="Propagates">whether it also holds on paths below</param>
public sealed record HeldPrivilege(string Name, bool Propagates);
