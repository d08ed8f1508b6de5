using System.Net;
using System.Text.RegularExpressions;
using Compliance.Core.Facts.Properties;
using Compliance.Core.Facts.Retentions;

namespace Compliance.Core.Facts.Configurations;

/// <summary>Formats of Proxmox's schema, by name (PVE/JSONSchema.pm, PVE/Storage/Plugin.pm).</summary>
internal static partial class PropertyFormats
{
    private static readonly string[] Contents = ["images", "rootdir", "vztmpl", "iso", "backup", "snippets", "none", "import"];
    private static readonly string[] Bandwidths = ["default", "restore", "migration", "move", "clone"];

    public static PropertyRule StorageId { get; } = PropertyRule.Of(StorageIds().IsMatch, "a storage id");

    public static PropertyRule ConfigId { get; } = PropertyRule.Of(ConfigIds().IsMatch, "a configuration id");

    public static PropertyRule Node { get; } = PropertyRule.Of(Labels().IsMatch, "a node name");

    public static PropertyRule Nodes { get; } = ListOf(Labels().IsMatch, "a list of node names");

    public static PropertyRule GuestIds { get; } = ListOf(Guests().IsMatch, "a list of guest ids");

    public static PropertyRule ContentList { get; } = ListOf(Contents.Contains, "a list of content types");

    public static PropertyRule ContentDirs { get; } = ListOf(Directories().IsMatch, "a list of CONTENT=DIRECTORY");

    public static PropertyRule Path { get; } = PropertyRule.Of(Paths().IsMatch, "an absolute path");

    public static PropertyRule Server { get; } = PropertyRule.Of(IsServer, "a host name or address");

    public static PropertyRule Portal { get; } = PropertyRule.Of(Portals().IsMatch, "a host with or without port");

    public static PropertyRule PortalList { get; } = ListOf(Portals().IsMatch, "a list of hosts");

    public static PropertyRule VolumeGroup { get; } = PropertyRule.Of(VolumeGroups().IsMatch, "a name of LVM");

    public static PropertyRule VolumeId { get; } = PropertyRule.Of(VolumeIds().IsMatch, "a volume id");

    public static PropertyRule MountOptions { get; } = PropertyRule.Of(Words().IsMatch, "a word");

    public static PropertyRule Fingerprint { get; } = PropertyRule.Of(Fingerprints().IsMatch, "a SHA-256 fingerprint");

    public static PropertyRule Preallocation { get; } = PropertyRule.OneOf("off", "metadata", "falloc", "full");

    public static PropertyRule ImageFormat { get; } = PropertyRule.OneOf("raw", "qcow2", "subvol", "vmdk");

    public static PropertyRule PruneBackups { get; } = new(PropertyShape.Text, text => KeepOptions.Parse(text).Error);

    public static PropertyRule BandwidthLimits { get; } = new(PropertyShape.Text, text =>
        PropertyString.Parse(text, null, key => Bandwidths.Contains(key) ? key : null) is var limits && limits.Error is { } error ? error
        : limits.Values.Values.All(Numbers().IsMatch) ? null : "a limit is not a number");

    private static PropertyRule ListOf(Func<string, bool> isValid, string what)
        => PropertyRule.Of(list => ListText.Split(list).All(isValid), what);

    private static bool IsServer(string text)
        => HostNames().IsMatch(text) || (text.Contains(':', StringComparison.Ordinal) && !text.Contains('[', StringComparison.Ordinal) && IPAddress.TryParse(text, out _));

    [GeneratedRegex(@"^[a-z][a-z0-9\-_.]*[a-z0-9]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex StorageIds();

    [GeneratedRegex(@"^[a-z][a-z0-9_-]+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ConfigIds();

    [GeneratedRegex(@"^[a-zA-Z0-9](?:[a-zA-Z0-9\-]*[a-zA-Z0-9])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Labels();

    [GeneratedRegex(@"^(?:[a-zA-Z0-9](?:[a-zA-Z0-9\-]*[a-zA-Z0-9])?\.)*[a-zA-Z0-9](?:[a-zA-Z0-9\-]*[a-zA-Z0-9])?\z", RegexOptions.NonBacktracking)]
    private static partial Regex HostNames();

    [GeneratedRegex(@"^(?:[a-zA-Z0-9.\-]+|\[[0-9a-fA-F:.]+\])(?::[0-9]+)?\z|^[0-9a-fA-F:.]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Portals();

    [GeneratedRegex(@"^[1-9][0-9]{2,8}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Guests();

    [GeneratedRegex(@"^(?:images|rootdir|vztmpl|iso|backup|snippets|none|import)=[^.]*(?:\.?[^.]+)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Directories();

    [GeneratedRegex(@"^/[^;()]+", RegexOptions.NonBacktracking)]
    private static partial Regex Paths();

    [GeneratedRegex(@"^[a-z0-9][a-z0-9\-_.]*[a-z0-9]\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VolumeGroups();

    [GeneratedRegex(@"^[a-z][a-z0-9\-_.]*[a-z0-9]:.+\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex VolumeIds();

    [GeneratedRegex(@"^\S+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?:[A-Fa-f0-9]{2}:){31}[A-Fa-f0-9]{2}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Fingerprints();

    [GeneratedRegex(@"^[0-9]+(?:\.[0-9]+)?\z", RegexOptions.NonBacktracking)]
    private static partial Regex Numbers();
}
