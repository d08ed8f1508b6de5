using System.Collections.Frozen;
using System.Collections.Immutable;
using Compliance.Core.Facts.Properties;

namespace Compliance.Core.Facts.Jobs;

/// <summary>
/// The options a job's runs on one node really use: job, else the node's vzdump.conf, else built-in (PVE/VZDump.pm, new and
/// read_vzdump_defaults). A value that is set to nothing or to 0 is set. Retention has a level more, see
/// <see cref="Retentions.EffectiveRetention"/>; <c>exclude-path</c> is added up over the levels and not resolved here.
/// </summary>
/// <param name="job">the options of the job, as text</param>
/// <param name="vzdumpConf">those of vzdump.conf on the node</param>
public sealed class EffectiveSettings(IReadOnlyDictionary<string, string> job, IReadOnlyDictionary<string, string> vzdumpConf)
{
    private static readonly FrozenDictionary<string, string> BuiltIn = new Dictionary<string, string>
    {
        ["mode"] = "snapshot",
        ["compress"] = "0",
        ["zstd"] = "1",
        ["pigz"] = "0",
        ["ionice"] = "7",
        ["lockwait"] = "180",
        ["stopwait"] = "10",
        ["bwlimit"] = "0",
        ["mailnotification"] = "always",
        ["notification-mode"] = "auto",
        ["stdexcludes"] = "1",
        ["storage"] = "local",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// An option by its name in jobs.cfg. Storage and dumpdir exclude each other: a level that sets one hides the other below.
    /// </summary>
    public EffectiveSetting this[string name]
    {
        get
        {
            var rival = name switch { "storage" => "dumpdir", "dumpdir" => "storage", _ => null };
            if (job.TryGetValue(name, out var value))
            {
                return new EffectiveSetting(value, SettingOrigin.Job);
            }

            if (rival is not null && job.ContainsKey(rival))
            {
                return new EffectiveSetting(null, SettingOrigin.Job);
            }

            if (vzdumpConf.TryGetValue(name, out value))
            {
                return new EffectiveSetting(value, SettingOrigin.VzdumpConf);
            }

            return rival is not null && vzdumpConf.ContainsKey(rival)
                ? new EffectiveSetting(null, SettingOrigin.VzdumpConf)
                : new EffectiveSetting(BuiltIn.GetValueOrDefault(name), SettingOrigin.BuiltIn);
        }
    }

    /// <summary>The addresses of <c>mailto</c>; an empty one in the job hides that of the node.</summary>
    public ImmutableArray<string> MailTo
        => [.. ListText.Split(this["mailto"].Value)];

    /// <summary>With mode <c>auto</c>, any address, even one inherited from the node, bypasses the notification system.</summary>
    public NotificationPath Notifications => this["notification-mode"].Value switch
    {
        "notification-system" => NotificationPath.NotificationSystem,
        "legacy-sendmail" => MailTo.IsEmpty ? NotificationPath.None : NotificationPath.LegacySendmail,
        _ => MailTo.IsEmpty ? NotificationPath.NotificationSystem : NotificationPath.LegacySendmail,
    };
}
