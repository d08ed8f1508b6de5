using System.Text.Json;
using Compliance.Core.Facts.RestorePoints;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Facts.RestorePoints;

/// <summary>Names are read as pve-storage reads them, vector by vector.</summary>
public sealed class ArchiveNameConformance(ITestOutputHelper output)
{
    private const string File = "volume-names.json";

    public static IEnumerable<object[]> Archives => VectorFile.Rows(File, "archive_info");

    public static IEnumerable<object[]> Volumes => VectorFile.Rows(File, "parse_volname", "pbs-volname", "path_to_volid", "content-entry");

    public static IEnumerable<object[]> Files => VectorFile.Rows(File, "dump-file");

    [SkippableFact]
    public void Vectors_are_counted()
    {
        var summary = VectorFile.Summary(File, "archive_info", "parse_volname", "pbs-volname", "path_to_volid", "content-entry", "dump-file");
        output.WriteLine(summary);
        summary.Should().NotContain(" 0 of");
    }

    [SkippableTheory]
    [MemberData(nameof(Archives))]
    public void Archive_is_recognised_as_Proxmox_does(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var name = ArchiveName.Parse(vector.GetProperty("archive").GetString()!, VectorFile.Zone(vector));
        if (vector.TryGetProperty("expected_error", out _))
        {
            (name is null || name.Type == ArchiveName.UnknownType).Should().BeTrue(label);
            return;
        }

        var expected = vector.GetProperty("expected");
        name!.Name.Should().Be(expected.GetProperty("filename").GetString(), label);
        name.Type.Should().Be(expected.GetProperty("type").GetString(), label);
        name.IsStandard.Should().Be(expected.GetProperty("is_std_name").GetBoolean(), label);
        name.Compression.Should().Be(Text(expected, "compression"), label);
        (name.Time?.ToUnixTimeSeconds()).Should().Be(Number(expected, "ctime"), label);
        name.IsStandard.Should().Be(expected.TryGetProperty("ctime", out _), label);
        if (Number(expected, "vmid") is { } vmid)
        {
            name.Vmid.Should().Be((int)vmid, label);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Volumes))]
    public void Volume_is_read_as_Proxmox_does(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var expected = vector.TryGetProperty("expected", out var given) ? given : default;
        var volume = Text(vector, "volname") ?? Text(vector, "path") ?? Text(expected, "volid")!;
        var name = ArchiveName.Parse(volume, TimeZoneInfo.Utc);
        if (expected.ValueKind is JsonValueKind.Undefined)
        {
            name.Should().BeNull(label);
            return;
        }

        name.Should().NotBeNull(volume);
        var volid = Text(expected, "volid") ?? (Text(expected, "name") is { } file ? ":backup/" + file : null);
        (volid is null || volid.EndsWith("backup/" + name!.Name, StringComparison.Ordinal)).Should().BeTrue(volume);
        (Text(expected, "format") ?? name!.Format).Should().Be(name!.Format, volume);
        (Text(expected, "subtype") ?? name.Type).Should().Be(name.Type, volume);
        if (Number(expected, "ctime") is { } time)
        {
            (name.Time?.ToUnixTimeSeconds()).Should().Be(time, volume);
        }

        if (expected.TryGetProperty("vmid", out _))
        {
            name.OwnerVmid.Should().Be(Number(expected, "vmid"), volume);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void File_in_the_dump_folder_is_listed_as_Proxmox_does(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var expected = vector.GetProperty("expected");
        var name = ArchiveName.Parse(vector.GetProperty("file").GetString()!, VectorFile.Zone(vector));
        if (!expected.GetProperty("listed").GetBoolean())
        {
            name.Should().BeNull(label);
            return;
        }

        name.Should().BeEquivalentTo(
            new
            {
                Type = Text(expected, "subtype"),
                Vmid = Number(expected, "listed_vmid"),
                OwnerVmid = Number(expected, "owner_vmid_for_acl"),
                IsStandard = expected.GetProperty("standard_name").GetBoolean(),
                Format = Text(expected, "format"),
            },
            label);
        (name!.Time?.ToUnixTimeSeconds()).Should().Be(Number(expected, "ctime_from_name"), label);
        name.IsStandard.Should().Be(Text(expected, "prune_mark_when_unprotected") == "keep-or-remove", label);
    }

    private static string? Text(JsonElement element, string key)
        => element.ValueKind is JsonValueKind.Object && element.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static long? Number(JsonElement element, string key) => element.TryGetProperty(key, out var value) ? value.ValueKind switch
    {
        JsonValueKind.Number => value.GetInt64(),
        JsonValueKind.String => long.Parse(value.GetString()!, System.Globalization.CultureInfo.InvariantCulture),
        _ => null,
    }
    : null;
}
