using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>host-archives:</c>: a directory, or a datastore of Proxmox Backup Server, and never both.</summary>
internal static class HostArchiveSourceReader
{
    private static readonly string[] OfDatastore = ["datastore", "namespace", "fingerprint", "archives"];

    public static HostArchiveSource? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "place", field) is not { } fields)
        {
            return null;
        }

        var directory = fields.Optional("directory", Values.Of(TextForms.HostPath));
        var storage = fields.Optional("storage", Values.Of(TextForms.StorageId));
        var server = fields.Optional("pbs", Values.Of(TextForms.PbsAddress));
        var datastore = fields.Optional("datastore", Values.Of(TextForms.Datastore));
        var space = fields.Optional("namespace", Values.Of(TextForms.PbsNamespace));
        var fingerprint = fields.Optional("fingerprint", Values.Of(TextForms.CertificateFingerprint));
        var archives = fields.Optional("archives", Lists.OfRecords(ReadArchive));
        fields.Close();
        if (FaultOf(fields) is { } fault)
        {
            fields.Problems.Add(
                ProblemCodes.HostArchivePlaceUnclear, fields.Place, fault,
                "Write directory, and storage if it lies on one; or pbs and datastore, and namespace, fingerprint and archives if need be.");
            return null;
        }

        return directory is null && (server is null || datastore is null) ? null : new HostArchiveSource
        {
            Directory = directory,
            Storage = storage,
            Server = server,
            Datastore = datastore,
            Namespace = space,
            Fingerprint = fingerprint,
            Archives = archives.IsDefault ? [] : archives,
            Place = fields.Place,
        };
    }

    private static ArchivedPath? ReadArchive(YamlNode node, Field field)
    {
        if (Fields.Of(node, "archive", field) is not { } fields)
        {
            return null;
        }

        var name = fields.Required("name", Values.Of(TextForms.PxarName), "Name it as it was told to proxmox-backup-client, such as name: etc.pxar.");
        var path = fields.Required("path", Values.Of(TextForms.HostDirectory), "Write what it was made of, such as path: /etc.");
        fields.Close();
        return name is null || path is null ? null : new ArchivedPath(name.Value, path.Value);
    }

    /// <summary>By what is written, faulty or not: a bad value is reported for itself.</summary>
    private static string? FaultOf(Fields fields) => (fields.Has("directory"), fields.Has("pbs")) switch
    {
        (true, true) => "the place of host archives is a directory and a Proxmox Backup Server at once",
        (false, false) => "the place of host archives is neither a directory nor a Proxmox Backup Server",
        (true, false) when OfDatastore.FirstOrDefault(fields.Has) is { } key => $"the place of host archives is a directory, which has no {key}",
        (false, true) when !fields.Has("datastore") => "the place of host archives is a Proxmox Backup Server, and names no datastore",
        (false, true) when fields.Has("storage") => "the place of host archives is a Proxmox Backup Server, which needs no storage",
        _ => null,
    };
}
