using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Compliance.HostArchives.Writing;

namespace Compliance.Cli.HostBackups;

/// <summary>What a run did, as a document for programs, version 1. Members may be added, never renamed.</summary>
internal static class HostBackupJson
{
    public static void Write(HostBackupResult result, Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteNumber("version"u8, 1);
            json.WriteString("node"u8, result.Node);
            json.WriteBoolean("dryRun"u8, result.IsDryRun);
            json.WriteString("file"u8, result.File);
            json.WriteNumber("files"u8, result.Files);
            json.WriteNumber("contentBytes"u8, result.ContentBytes);
            json.WriteBoolean("configDb"u8, result.HasDatabase);
            if (!result.IsDryRun)
            {
                json.WriteNumber("archiveBytes"u8, result.ArchiveBytes);
                json.WriteString("sha256"u8, result.Sha256);
            }

            Texts(json, "skipped", result.Skipped);
            Texts(json, "warnings", result.Warnings);
            json.WriteStartArray("archives"u8);
            foreach (var row in result.Retention)
            {
                json.WriteStartObject();
                json.WriteString("name"u8, row.Archive.ToString());
                json.WriteString("takenAt"u8, row.Archive.TakenAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                json.WriteBoolean("keep"u8, row.IsKept);
                json.WriteString("reason"u8, row.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            Texts(json, "notDeleted", result.NotDeleted);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
