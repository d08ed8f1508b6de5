using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>Jobs that keep by <c>maxfiles</c>, by id: after the upgrade they keep by what their storage or vzdump.conf says.</summary>
    public static Observed<ImmutableArray<string>> Retentions(Inventory inventory)
        => Found(inventory, inventory.Jobs, job => job.MaxFiles is not null, job => job.Id);

    /// <summary>
    /// Storages that use one directory for several types of content, as <c>local dump (backup, iso)</c>. Only the configuration is
    /// compared; of directories that are links to each other nobody tells.
    /// </summary>
    public static Observed<ImmutableArray<string>> Directories(Inventory inventory) => Found(
        inventory,
        inventory.Storages,
        storage => !storage.IsDisabled && ContentDirectories.Shared(storage).Any(),
        storage => $"{storage.Id} {string.Join(", ", ContentDirectories.Shared(storage))}");

    /// <summary>The retention that version 8 reads from <c>maxfiles</c>; null on another version, and for a job without.</summary>
    public static string? StillCountsBy(JobState job, Inventory inventory) => job.MaxFiles switch
    {
        { } count when IsVersion8(inventory) => count > 0 ? string.Create(CultureInfo.InvariantCulture, $"keep-last={count}") : "keep-all=1",
        _ => null,
    };

    private static bool IsVersion8(Inventory inventory) => inventory.ServerVersion.StartsWith("8.", StringComparison.Ordinal);

    private static Observed<ImmutableArray<string>> Found<T>(Inventory inventory, Listing<T> listing, Func<T, bool> isRemoved, Func<T, string> name)
        => IsVersion8(inventory)
            ? Observation.Found([.. listing.Rows.Where(isRemoved).Select(name)], listing.Hidden)
            : Observation.Known(ImmutableArray<string>.Empty);
}
