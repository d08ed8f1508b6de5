using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>An inventory written earlier: judging it gives the report that judging the live cluster gave then.</summary>
public sealed class InventoryFile(string path) : IInventorySource
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads the file, and gives what the scope asks for; see <see cref="InventoryScope"/>.</summary>
    public async Task<Inventory> CollectAsync(CollectionScope scope, CancellationToken cancellationToken)
    {
        try
        {
            return InventoryScope.Narrow(Parse(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), path), scope);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>The file as it is written, for <see cref="InventoryPatch"/>.</summary>
    /// <exception cref="InventoryException">the file cannot be read</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, e);
        }
    }

    /// <summary>Reads an inventory from UTF-8.</summary>
    /// <param name="name">the file's name for messages</param>
    /// <exception cref="InventoryException">one line with place: <c>inventory.json:14:7: …</c></exception>
    public static Inventory Parse(ReadOnlySpan<byte> utf8, string name)
    {
        if (utf8.StartsWith(ByteOrderMark))
        {
            utf8 = utf8[ByteOrderMark.Length..];
        }

        try
        {
            CheckVersion(utf8, name);
            var inventory = JsonSerializer.Deserialize(utf8, InventoryJson.Create())!;
            CheckTexts(inventory, name);
            return inventory;
        }
        catch (JsonException e)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"{name}:{e.LineNumber + 1}:{e.BytePositionInLine + 1}");
            throw Bad(place, $"is not a readable inventory: {Explain(e)}; write it again with \"pve-compliance collect\"");
        }
    }

    /// <summary>Indented, LF, UTF-8 without byte order mark; the same inventory gives the same bytes.</summary>
    public static byte[] Format(Inventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        var json = JsonSerializer.SerializeToUtf8Bytes(inventory, InventoryJson.Create());
        return [.. json, (byte)'\n'];
    }

    /// <summary>
    /// <c>sha256:</c> and hexadecimal digits over the inventory without the moment it was collected: two collections of an
    /// unchanged estate have the same.
    /// </summary>
    public static string DigestOf(Inventory inventory)
        => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Format(inventory with { CollectedAt = DateTimeOffset.UnixEpoch })))}";

    /// <summary>The version decides how everything else is read, so it is looked for first, wherever it stands.</summary>
    private static void CheckVersion(ReadOnlySpan<byte> utf8, string name)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw Bad(name, "is not an inventory: no JSON object; write one with \"pve-compliance collect\"");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isVersion = reader.ValueTextEquals("version");
            reader.Read();
            if (!isVersion)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var version) || version < 1)
            {
                throw Bad(name, "is not an inventory: its version is no positive number");
            }

            if (version > Inventory.CurrentVersion)
            {
                throw Bad(name, string.Create(
                    CultureInfo.InvariantCulture,
                    $"was made by a newer pve-compliance (inventory version {version}, this one reads {Inventory.CurrentVersion}); update this one"));
            }

            return;
        }

        throw Bad(name, "is not an inventory: it has no version; write one with \"pve-compliance collect\"");
    }

    /// <summary>To the serializer a text that may be null (a guest's pool) and one that may not are the same type.</summary>
    private static void CheckTexts(Inventory inventory, string name)
    {
        foreach (var node in inventory.Nodes.Rows)
        {
            if (new[] { node.TimeZone, node.Scheduler, node.DeviceReport }.Any(text => text.IsKnown && text.Value is null))
            {
                throw Bad(name, $"is not a readable inventory: node \"{node.Name}\" has a known time zone, scheduler or report that is null");
            }
        }
    }

    /// <summary>The serializer's own words name our types and run over several sentences; the place is said already.</summary>
    private static string Explain(JsonException error)
    {
        var text = error.Message;
        var missing = text.IndexOf("including: ", StringComparison.Ordinal);
        if (missing >= 0)
        {
            var names = text[(missing + "including: ".Length)..];
            var end = names.IndexOf(". ", StringComparison.Ordinal);
            return $"{(end < 0 ? names.TrimEnd('.') : names[..end])} missing in {error.Path}";
        }

        if (text.Contains("could not be converted to", StringComparison.Ordinal))
        {
            text = "a value of another type is wanted here";
        }
        else if (text.Contains("doesn't allow null values", StringComparison.Ordinal))
        {
            text = "null is not a value here";
        }

        foreach (var tail in new[] { " Path: ", " LineNumber: " })
        {
            var at = text.IndexOf(tail, StringComparison.Ordinal);
            text = at < 0 ? text : text[..at];
        }

        return $"{text.TrimEnd('.', ' ')}{(error.Path is { Length: > 0 } path ? $" ({path})" : "")}";
    }

    private static InventoryException Unreadable(string path, Exception fault)
        => new(InventoryFault.BadFile, fault.Message, $"cannot read the inventory {path}: {(fault is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : fault.Message)} Write one with \"pve-compliance collect\".");

    private static InventoryException Bad(string place, string what) => new(InventoryFault.BadFile, what, $"{place} {what}");
}
