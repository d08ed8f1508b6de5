using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>storages:</c>.</summary>
internal static class StorageReader
{
    public static StorageDemand? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "storage", field) is not { } fields)
        {
            return null;
        }

        var id = fields.Required("id", Values.Of(TextForms.StorageId), "Write the storage's id in Proxmox VE, such as id: local-backup.");
        var filesystems = fields.List("filesystems", Values.Of(TextForms.Filesystem));
        var isDedicated = fields.Optional("dedicated-disk", Values.Boolean);
        var isApart = fields.Optional("apart-from-guests", Values.Boolean);
        var isMountPoint = fields.Optional("mount-point", Values.Boolean);
        var path = fields.Optional("path", Values.Of(TextForms.HostPath));
        var exposure = fields.Optional("network-exposure", Values.OneOf("none", "server-to-server"));
        var access = fields.Optional("access", Lists.OrNobody(Values.Of(TextForms.Principal)));
        fields.Close();
        if (id is null)
        {
            return null;
        }

        return new StorageDemand
        {
            Id = id.Value,
            Filesystems = filesystems,
            FilesystemsPlace = fields.Has("filesystems") ? fields.PlaceOf("filesystems") : null,
            IsDedicatedDisk = isDedicated,
            IsApartFromGuests = isApart,
            IsMountPoint = isMountPoint,
            Path = path,
            NetworkExposure = exposure,
            Access = access.IsDefault ? (ImmutableArray<Placed<string>>?)null : access,
            AccessPlace = fields.Has("access") ? fields.PlaceOf("access") : null,
            Place = fields.Place,
        };
    }
}
