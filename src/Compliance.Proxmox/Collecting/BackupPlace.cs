using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>A storage on a node whose backups belong in the inventory.</summary>
/// <param name="CannotAsk">why it is not asked; null when it is</param>
internal sealed record BackupPlace(string Storage, string Node, Gap? CannotAsk);
