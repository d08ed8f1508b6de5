using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Guests;

/// <summary>What the value of a drive or mount point says about its backup.</summary>
internal sealed record VolumeText
{
    /// <summary>Null when the value names none.</summary>
    public string? VolumeId { get; private init; }

    /// <summary>The <c>backup</c> flag; null when not set.</summary>
    public bool? Backup { get; private init; }

    /// <summary><c>media=cdrom</c>: ISO images and cloud-init drives.</summary>
    public bool IsCdrom { get; private init; }

    /// <summary>Proxmox refuses the value and acts as if the volume were not there.</summary>
    public bool IsBroken { get; private init; }

    /// <param name="defaultKey"><c>file</c> for drives, <c>volume</c> for mount points</param>
    public static VolumeText Parse(string value, string defaultKey)
    {
        if (PropertyString.Split(value, defaultKey) is not { } parts)
        {
            // Still named, so that a person sees which volume is lost.
            return new VolumeText { VolumeId = value.Split(',')[0], IsBroken = true };
        }

        var result = new VolumeText();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (key, text) in parts)
        {
            result = result with { IsBroken = result.IsBroken || !seen.Add(key) };
            result = key switch
            {
                _ when key == defaultKey => result with { VolumeId = text },
                "media" => result with { IsCdrom = text == "cdrom" },
                "backup" => result with { Backup = PropertyBoolean.Parse(text), IsBroken = result.IsBroken || PropertyBoolean.Parse(text) is null },
                _ => result,
            };
        }

        return result;
    }
}
