using System.Collections.Immutable;
using Compliance.Core.Facts.Access;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// What Proxmox VE 9 no longer has, of that which backups depend on, as <c>pve8to9</c> looks for it (pve-manager
/// <c>PVE/CLI/pve8to9.pm</c>). Empty on a host that is not of version 8.
/// </summary>
internal static class UpgradeObstacles
{
    /// <summary>Storages of a type that was removed, by id.</summary>
    public static Observed<ImmutableArray<string>> Storages(Inventory inventory)
        => Found(inventory, inventory.Storages, storage => storage.Type == "glusterfs", storage => storage.Id);

    /// <summary>
    /// Roles with a privilege that was removed: they lose it with the upgrade, and a role that has none left gives no access. Built-in
    /// roles are rewritten by the upgrade itself.
    /// </summary>
    public static Observed<ImmutableArray<string>> Roles(Inventory inventory) => Found(
        inventory,
        inventory.Roles,
        role => role.Privileges.Contains("VM.Monitor", StringComparer.Ordinal) && BuiltInRoles.PrivilegesOf(role.Id) is null,
        role => role.Id);

    /// <summary>Jobs whose notification stands in a key that is ignored from then on, by id: their failures would reach nobody, or somebody else.</summary>
    public static Observed<ImmutableArray<string>> Jobs(Inventory inventory)
        => Found(inventory, inventory.Jobs, job => job.LeftoverNotification is not null, job => job.Id);

    private static Observed<ImmutableArray<string>> Found<T>(Inventory inventory, Listing<T> listing, Func<T, bool> isRemoved, Func<T, string> name)
        => inventory.ServerVersion.StartsWith("8.", StringComparison.Ordinal)
            ? Observation.Found([.. listing.Rows.Where(isRemoved).Select(name)], listing.Hidden)
            : Observation.Known(ImmutableArray<string>.Empty);
}
