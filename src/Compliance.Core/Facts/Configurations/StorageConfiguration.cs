using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Configurations;

/// <summary>Reads <c>/etc/pve/storage.cfg</c> as <c>GET /storage</c> answers it (pve-storage, PVE/Storage/Plugin.pm, parse_config).</summary>
/// <remarks>
/// What surprises: <c>local</c> is there and accepts backups even when the file is empty; a dir without <c>content</c> does not;
/// a value that is not understood is dropped, and the storage then behaves as if nothing had been written.
/// </remarks>
public static partial class StorageConfiguration
{
    private const string Local = "local";
    private const string LocalPath = "/var/lib/vz";

    /// <summary>Any text; never throws.</summary>
    public static ConfigurationReading Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new SectionReader(
            type => StorageTypes.All.GetValueOrDefault(type)?.Schema,
            type => type.ToLowerInvariant(),
            id => PropertyFormats.StorageId.Problem(id));
        var entries = new SortedDictionary<string, ConfigurationEntry>(StringComparer.Ordinal);
        var faults = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in reader.Read(text))
        {
            // Of two sections with one id the later one stands.
            entries.Remove(section.Id);
            faults.Remove(section.Id);
            if (Complete(section, reader.Warnings) is { } problem)
            {
                reader.Warnings.Add($"skip section '{section.Id}': {problem}");
                faults.Add(section.Id, problem);
                continue;
            }

            entries.Add(section.Id, Entry(section));
        }

        if (!entries.TryGetValue(Local, out var local) || !IsBuiltIn(local))
        {
            entries[Local] = BuiltInLocal();
            faults.Remove(Local);
        }

        return new ConfigurationReading
        {
            Entries = [.. entries.Values],
            Warnings = [.. reader.Warnings],
            Fault = faults.Count == 0 ? null : string.Join("; ", faults.Select(f => $"storage '{f.Key}': {f.Value}")),
        };
    }

    /// <summary>Gives what is implied its value. The problem for which Proxmox drops the section, or null.</summary>
    private static string? Complete(SectionDraft section, List<string> warnings)
    {
        var type = StorageTypes.All[section.Type];
        var values = section.Values;
        if (type.IsMountedByPve)
        {
            values.TryAdd("path", new ConfigurationValue.Text($"/mnt/pve/{section.Id}"));
        }

        var problem = StorageContents.Complete(section, type, warnings) ?? section.Missing() ?? CompletePath(values, type);
        if (values.GetValueOrDefault("nodes") is ConfigurationValue.Text nodes)
        {
            values["nodes"] = Sorted(ListText.Split(nodes.Value));
        }

        if (type.IsShared)
        {
            values["shared"] = new ConfigurationValue.Number(1);
        }

        return problem;
    }

    private static string? CompletePath(Dictionary<string, ConfigurationValue> values, StorageType type)
    {
        if (!type.IsDirectory || values["path"] is not ConfigurationValue.Text path)
        {
            return null;
        }

        if (!DirectoryPaths().IsMatch(path.Value))
        {
            return $"illegal path for directory storage: {path.Value}";
        }

        var canonical = SelfSteps().Replace(Slashes().Replace(path.Value, "/"), "/");
        values["path"] = new ConfigurationValue.Text(canonical.Length > 1 ? canonical.TrimEnd('/') : canonical);
        return null;
    }

    private static ConfigurationEntry Entry(SectionDraft section)
    {
        var values = section.Values;
        if (section.Id == Local)
        {
            values.Remove("nodes");
        }

        values["storage"] = new ConfigurationValue.Text(section.Id);
        values["type"] = new ConfigurationValue.Text(section.Type);
        return new ConfigurationEntry(section.Id, values.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    private static bool IsBuiltIn(ConfigurationEntry local)
        => local.Values["type"] is ConfigurationValue.Text { Value: "dir" } && local.Values["path"] is ConfigurationValue.Text { Value: LocalPath };

    private static ConfigurationEntry BuiltInLocal()
    {
        var values = new Dictionary<string, ConfigurationValue>
        {
            ["content"] = Sorted(["backup", "images", "iso", "rootdir", "snippets", "vztmpl"]),
            ["path"] = new ConfigurationValue.Text(LocalPath),
            ["priority"] = new ConfigurationValue.Number(0),
            ["prune-backups"] = new ConfigurationValue.Text("keep-all=1"),
            ["storage"] = new ConfigurationValue.Text(Local),
            ["type"] = new ConfigurationValue.Text("dir"),
        };
        return new ConfigurationEntry(Local, values.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>The API's order is that of a Perl hash; ours is one that can be compared.</summary>
    internal static ConfigurationValue Sorted(IEnumerable<string> items)
        => new ConfigurationValue.Text(string.Join(',', items.Distinct().Order(StringComparer.Ordinal)));

    [GeneratedRegex(@"^/[-/a-zA-Z0-9_.@]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex DirectoryPaths();

    [GeneratedRegex("/{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"(?:/\.)+(?:/|\z)", RegexOptions.NonBacktracking)]
    private static partial Regex SelfSteps();
}
