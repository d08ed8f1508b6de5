namespace Compliance.Core.Facts.Table;

/// <summary>Where a fact comes from, and what the token needs to see it.</summary>
/// <param name="Endpoint">API paths, or <c>policy.yaml</c>, or <c>computed</c></param>
/// <param name="Privilege">null when none is needed</param>
public sealed record FactSource(string Endpoint, string? Privilege)
{
    internal static readonly FactSource Policy = new("policy.yaml", null);
    internal static readonly FactSource Resources = new("/cluster/resources", "VM.Audit on /vms");
    internal static readonly FactSource GuestPool = new("/cluster/resources", "Pool.Audit on /pool");
    internal static readonly FactSource GuestConfig = new("/nodes/N/{qemu,lxc}/ID/config", "VM.Audit on /vms");
    internal static readonly FactSource Volumes = new("/nodes/N/{qemu,lxc}/ID/config, /cluster/backup/ID/included_volumes", "VM.Audit on /vms");
    internal static readonly FactSource Jobs = new("/cluster/backup", "Sys.Audit on /");
    internal static readonly FactSource Cover = new("/cluster/backup, /cluster/resources, /storage", "Sys.Audit on /, VM.Audit on /vms, Datastore.Audit on /storage");
    internal static readonly FactSource Defaults = new("/cluster/backup, /nodes/N/vzdump/defaults", "Sys.Audit on /, Datastore.Audit on /storage");
    internal static readonly FactSource Retention = new("/cluster/backup, /storage, /nodes/N/vzdump/defaults", "Sys.Audit on /, Datastore.Audit on /storage");
    internal static readonly FactSource Zone = new("/cluster/backup, /nodes/N/time", "Sys.Audit on /");
    internal static readonly FactSource Backups = new("/nodes/N/storage/ID/prunebackups", "Datastore.Audit on /storage");
    internal static readonly FactSource Storage = new("/storage", "Datastore.Audit on /storage");
    internal static readonly FactSource NodeStorage = new("/nodes/N/storage", "Datastore.Audit on /storage");
    internal static readonly FactSource Disks = new("/nodes/N/disks/*, /nodes/N/report", "Sys.Audit on /");
    internal static readonly FactSource Nodes = new("/nodes", null);
    internal static readonly FactSource Services = new("/nodes/N/services", "Sys.Audit on /nodes");
    internal static readonly FactSource Tasks = new("/nodes/N/tasks", "Sys.Audit on /nodes");
    internal static readonly FactSource Computed = new("computed", null);
}
