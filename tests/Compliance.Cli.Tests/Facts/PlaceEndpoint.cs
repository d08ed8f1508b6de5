using Compliance.Cli.Tests.RuleCases;

namespace Compliance.Cli.Tests.Facts;

/// <summary>Which endpoint a place of an inventory file was read from, in generic form.</summary>
internal static class PlaceEndpoint
{
    public static string Of(string place) => InventoryPlaces.Steps(place) switch
    {
        ["guests", "rows", _, "config", ..] => "/nodes/N/qemu/ID/config",
        ["guests" or "pools", ..] => "/cluster/resources",
        ["jobs", "rows", _, "included", ..] => "/cluster/backup/ID/included_volumes",
        ["jobs", ..] => "/cluster/backup",
        ["storages", ..] => "/storage",
        ["poolMembers", ..] => "/pools",
        ["users", ..] => "/access/users",
        ["groups", ..] => "/access/groups",
        ["matchers", ..] => "/cluster/notifications/matchers",
        ["targets", "rows", _, "mail"] => "/cluster/notifications/endpoints/sendmail",
        ["targets", ..] => "/cluster/notifications/targets",
        ["acl", ..] => "/access/acl",
        ["roles", ..] => "/access/roles",
        ["sight", ..] => "/access/permissions",
        ["isQuorate", ..] => "/cluster/status",
        ["nodes", "rows", _, var part, ..] => OfNode(part),
        ["nodes", ..] => "/cluster/resources",
        ["backups", .., "size"] => "/nodes/N/storage/ID/content",
        ["backups", ..] => "/nodes/N/storage/ID/prunebackups",
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "no endpoint is known for this place"),
    };

    private static string OfNode(string part) => part switch
    {
        "timeZone" => "/nodes/N/time",
        "scheduler" => "/nodes/N/services/pvescheduler/state",
        "storages" => "/nodes/N/storage",
        "defaults" => "/nodes/N/vzdump/defaults",
        "disks" => "/nodes/N/disks/list",
        "mountUnits" => "/nodes/N/disks/directory",
        "volumeGroups" => "/nodes/N/disks/lvm",
        "zfsPools" => "/nodes/N/disks/zfs",
        "deviceReport" => "/nodes/N/report",
        "tasks" or "history" => "/nodes/N/tasks",
        "runLogs" => "/nodes/N/tasks/ID/log",
        "activeTasks" => "/nodes/N/tasks",
        "replications" => "/nodes/N/replication",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "no endpoint is known for this part of a node"),
    };
}
