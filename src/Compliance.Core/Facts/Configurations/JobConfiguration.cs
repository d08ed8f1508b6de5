using System.Collections.Immutable;
using System.Text;

namespace Compliance.Core.Facts.Configurations;

/// <summary>
/// Reads the backup jobs of <c>/etc/pve/jobs.cfg</c> as <c>GET /cluster/backup</c> answers them, in the order of the file, without
/// <c>next-run</c> (pve-common, PVE/Job/Registry.pm; pve-guest-common, PVE/VZDump/JobBase.pm).
/// </summary>
public static class JobConfiguration
{
    /// <summary>Any text; never throws. A job that Proxmox drops, for want of a schedule, is a warning and no entry.</summary>
    public static ConfigurationReading Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new SectionReader(type => type == "vzdump" ? JobProperties.OfSection : null, type => type, _ => null);
        List<ConfigurationEntry> entries = [];
        foreach (var section in reader.Read(text))
        {
            entries.RemoveAll(earlier => earlier.Id == section.Id);
            if (section.Missing() is { } problem)
            {
                reader.Warnings.Add($"skip section '{section.Id}': {problem}");
                reader.Warnings.Add($"job '{section.Id}' is left out of the list and never runs");
                continue;
            }

            entries.Add(Entry(section));
        }

        return new ConfigurationReading { Entries = [.. entries], Warnings = [.. reader.Warnings] };
    }

    private static ConfigurationEntry Entry(SectionDraft section)
    {
        var values = section.Values;
        JobObjects.Expand(values);
        values["id"] = new ConfigurationValue.Text(section.Id);
        values["type"] = new ConfigurationValue.Text(section.Type);
        values.TryAdd("enabled", new ConfigurationValue.Number(1));
        if (values.GetValueOrDefault("comment") is ConfigurationValue.Text comment)
        {
            values["comment"] = new ConfigurationValue.Text(Decode(comment.Value));
        }

        return new ConfigurationEntry(section.Id, values.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary><c>%3A</c> is a colon; what is no escape stays (PVE/Tools.pm, decode_text).</summary>
    private static string Decode(string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        List<byte> decoded = [];
        for (var i = 0; i < encoded.Length; i++)
        {
            if (encoded[i] == '%' && i + 2 < encoded.Length && char.IsAsciiHexDigit((char)encoded[i + 1]) && char.IsAsciiHexDigit((char)encoded[i + 2]))
            {
                decoded.Add(Convert.FromHexString([(char)encoded[i + 1], (char)encoded[i + 2]])[0]);
                i += 2;
            }
            else
            {
                decoded.Add(encoded[i]);
            }
        }

        return Encoding.UTF8.GetString([.. decoded]);
    }
}
