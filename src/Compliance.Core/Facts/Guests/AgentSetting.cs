using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Guests;

/// <summary>
/// The QEMU guest agent option of a virtual machine, as a backup would take it (qemu-server
/// <c>PVE/QemuServer/Agent.pm</c>: <c>parse_guest_agent</c>, <c>should_fs_freeze</c>). It says what is configured, not whether
/// the agent answers.
/// </summary>
public sealed record AgentSetting
{
    private const string Freeze = "freeze-fs";

    private AgentSetting(string? text) => Text = text;

    /// <summary>The setting as written; null when not set.</summary>
    public string? Text { get; }

    /// <summary>False when not set, switched off, or so written that Proxmox refuses it.</summary>
    public bool IsEnabled { get; private init; }

    /// <summary>Whether a backup asks the agent to freeze the file systems; false when the agent is not enabled.</summary>
    public bool FreezesOnBackup { get; private init; }

    /// <summary><c>virtio</c> or <c>isa</c>; null when the agent is not enabled.</summary>
    public string? Type { get; private init; }

    /// <param name="text">the value of <c>agent</c>; null when the configuration has none</param>
    public static AgentSetting Parse(string? text)
    {
        var setting = new AgentSetting(text);
        if (Read(text ?? "0") is not { } values || !values.TryGetValue("enabled", out var enabled) || PropertyBoolean.Parse(enabled) != true)
        {
            return setting;
        }

        return setting with
        {
            IsEnabled = true,
            FreezesOnBackup = !values.TryGetValue(Freeze, out var freeze) || PropertyBoolean.Parse(freeze) == true,
            Type = values.GetValueOrDefault("type", "virtio"),
        };
    }

    /// <summary>The values by key, aliases resolved; null when Proxmox refuses the string: one bad part voids all of it.</summary>
    private static Dictionary<string, string>? Read(string text)
    {
        if (PropertyString.Split(text, defaultKey: "enabled") is not { } parts)
        {
            return null;
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal);
        HashSet<string> aliases = new(StringComparer.Ordinal);
        foreach (var (key, value) in parts)
        {
            // An alias overwrites the key it stands for; the key after its alias is a duplicate (parse_property_string).
            var isAlias = key is "freeze-fs-on-backup" or "guest-fsfreeze";
            if (!IsValid(key, value) || (isAlias ? !aliases.Add(key) : values.ContainsKey(key)))
            {
                return null;
            }

            values[isAlias ? Freeze : key] = value;
        }

        return values;
    }

    private static bool IsValid(string key, string value) => key switch
    {
        "enabled" or "fstrim_cloned_disks" or Freeze or "freeze-fs-on-backup" or "guest-fsfreeze" => PropertyBoolean.Parse(value) is not null,
        "type" => value is "virtio" or "isa",
        _ => false,
    };
}
