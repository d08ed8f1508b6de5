using System.Collections.Immutable;
using System.Text.Json;

namespace Compliance.Proxmox;

/// <summary>
/// Reads a guest's configuration reduced to an allow-list of keys: descriptions, cloud-init passwords, SSH keys and network
/// settings never enter an inventory.
/// </summary>
internal static class GuestConfig
{
    private static readonly string[] Exact = ["agent", "bios", "digest", "lock", "meta", "rootfs", "template"];

    /// <summary>Followed by a number: the volumes of qemu-server <c>Drive.pm</c> and pve-container <c>Config.pm</c>.</summary>
    private static readonly string[] Numbered = ["ide", "sata", "scsi", "virtio", "efidisk", "tpmstate", "mp", "unused"];

    public static ImmutableSortedDictionary<string, string> Read(Envelope envelope)
    {
        if (envelope.Data.ValueKind != JsonValueKind.Object)
        {
            throw new WireException($"found {WireValue.Show(envelope.Data)} in place of an object");
        }

        var kept = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var member in envelope.Data.EnumerateObject().Where(member => IsKept(member.Name) && member.Value.ValueKind != JsonValueKind.Null))
        {
            kept[member.Name] = WireValue.Text(member.Value)
                ?? throw new WireException($"field '{member.Name}' is {WireValue.Show(member.Value)} in place of a text");
        }

        return kept.ToImmutable();
    }

    private static bool IsKept(string key)
    {
        var digits = key.AsSpan().IndexOfAnyInRange('0', '9');
        return digits < 0
            ? Exact.Contains(key)
            : Numbered.Contains(key[..digits]) && !key.AsSpan(digits).ContainsAnyExceptInRange('0', '9');
    }
}
