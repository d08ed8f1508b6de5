using Compliance.Core.Model;

namespace Compliance.Core.Facts.Disks;

/// <summary>A disk of a node, as identity goes.</summary>
public sealed record PhysicalDisk
{
    public required string Node { get; init; }

    /// <summary>Such as <c>/dev/sda</c>.</summary>
    public required string DevPath { get; init; }

    /// <summary>Null when the disk tells none, or a placeholder.</summary>
    public string? Serial { get; init; }

    /// <summary>Null when the disk tells none, or a placeholder.</summary>
    public string? Wwn { get; init; }

    public string? Model { get; init; }

    /// <summary>
    /// Whether both are one disk: seen under two names (multipath), or through two nodes (a LUN). A serial number or WWN of both
    /// decides; without either, two names on one node are two disks.
    /// </summary>
    public bool IsSameAs(PhysicalDisk other)
    {
        if (Node == other.Node && DevPath == other.DevPath)
        {
            return true;
        }

        if (Serial is not null && Serial == other.Serial && (Model is null || other.Model is null || Model == other.Model))
        {
            return true;
        }

        // udev cuts a WWN of 16 bytes (NAA 6: LUNs of one controller or array) to its first 8, so LUNs of one array may share it.
        var isCut = Wwn is { Length: 18 } && Wwn.StartsWith("0x6", StringComparison.Ordinal);
        return Wwn is not null && Wwn == other.Wwn && !(isCut && Serial is not null && other.Serial is not null);
    }

    /// <summary>For people: <c>sda (2117E59AA001, CT2000MX500SSD1)</c>.</summary>
    public override string ToString()
    {
        var name = DevPath.StartsWith("/dev/", StringComparison.Ordinal) ? DevPath["/dev/".Length..] : DevPath;
        return (Serial, Model) switch
        {
            (null, null) => name,
            (var serial, null) => $"{name} ({serial})",
            (null, var model) => $"{name} ({model})",
            var (serial, model) => $"{name} ({serial}, {model})",
        };
    }

    internal static PhysicalDisk Of(string node, DiskRow row) => new()
    {
        Node = node,
        DevPath = row.DevPath,
        Serial = Told(row.Serial),
        Wwn = Told(row.Wwn),
        Model = Told(row.Model),
    };

    /// <summary>
    /// Null for what Diskmanage and cheap bridges write when they know nothing: <c>unknown</c>, <c>00000000</c>,
    /// <c>0x0000000000000000</c> (pve-storage test <c>disk_tests</c>).
    /// </summary>
    internal static string? Told(string? text)
    {
        var value = text?.Trim();
        if (string.IsNullOrEmpty(value) || value.Equals("unknown", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var digits = value.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? value[2..]
            : value.StartsWith("eui.", StringComparison.OrdinalIgnoreCase) || value.StartsWith("naa.", StringComparison.OrdinalIgnoreCase) ? value[4..]
            : value;
        return digits.AsSpan().Trim('0').IsEmpty ? null : value;
    }
}
