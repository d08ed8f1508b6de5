using System.Collections.Frozen;
using System.Collections.Immutable;
using Compliance.Core.Facts.Properties;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Jobs;

/// <summary>
/// The options a job's runs on one node really use: job, else the node's vzdump.conf, else built-in (PVE/VZDump.pm, new and
/// read_vzdump_defaults). A value that is set to nothing or to 0 is set. Retention has a level more, see
/// <see cref="Retentions.EffectiveRetention"/>; <c>exclude-path</c> is added up over the levels and not resolved here.
/// </summary>
/// <param name="job">the options of the job, as text</param>
/// <param name="vzdumpConf">those of vzdump.conf on the node; unreadable, what the job sets is known all the same</param>
public sealed class EffectiveSettings(IReadOnlyDictionary<string, string> job, Observed<IReadOnlyDictionary<string, string>> vzdumpConf)
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
        ["remove"] = "1",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// An option by its name in jobs.cfg. Storage and dumpdir exclude each other: a level that sets one hides the other below.
    /// </summary>
    public Observed<EffectiveSetting> this[string name]
    {
        get
        {
            if (Find(job, name) is { } own)
            {
                return Observation.Known(new EffectiveSetting(own.Value, SettingOrigin.Job));
            }

            return vzdumpConf.Select(conf => Find(conf, name) is { } inherited
                ? new EffectiveSetting(inherited.Value, SettingOrigin.VzdumpConf)
                : new EffectiveSetting(BuiltIn.GetValueOrDefault(name), SettingOrigin.BuiltIn));
        }
    }

    /// <summary>The addresses of <c>mailto</c>; an empty one in the job hides that of the node.</summary>
    public Observed<ImmutableArray<string>> MailTo
        => this["mailto"].Select(setting => ListText.Split(setting.Value).ToImmutableArray());

    /// <summary>With mode <c>auto</c>, any address, even one inherited from the node, bypasses the notification system.</summary>
    public Observed<NotificationPath> Notifications => this["notification-mode"].Then(mode => mode.Value switch
    {
        "notification-system" => Observation.Known(NotificationPath.NotificationSystem),
        "legacy-sendmail" => MailTo.Select(mail => mail.IsEmpty ? NotificationPath.None : NotificationPath.LegacySendmail),
        _ => MailTo.Select(mail => mail.IsEmpty ? NotificationPath.NotificationSystem : NotificationPath.LegacySendmail),
    });

    /// <summary>
    /// What vzdump.conf sets, from the API's answer, which has the built-in defaults merged in: a value that differs from its
    /// default proves the file, any other is taken for the default.
    /// </summary>
    public static IReadOnlyDictionary<string, string> FromDefaults(VzdumpSettings merged)
    {
        ArgumentNullException.ThrowIfNull(merged);
        return Given(
            ("storage", merged.Storage),
            ("dumpdir", merged.DumpDir),
            ("mode", merged.Mode),
            ("compress", merged.Compress),
            ("remove", Text(merged.Remove)),
            ("notification-mode", merged.NotificationMode),
            ("mailto", merged.MailTo))
            .Where(option => option.Value != BuiltIn.GetValueOrDefault(option.Key))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>What Proxmox does where no level says anything; null where that is nothing.</summary>
    public static string? BuiltInValue(string name) => BuiltIn.GetValueOrDefault(name);

    /// <summary>What a job sets.</summary>
    public static IReadOnlyDictionary<string, string> FromJob(JobState job)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Given(
            ("storage", job.Storage),
            ("dumpdir", job.DumpDir),
            ("mode", job.Mode),
            ("compress", job.Compress),
            ("remove", Text(job.Remove)),
            ("notification-mode", job.NotificationMode),
            ("mailto", job.MailTo))
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The option's value, which is null when the level hides it by setting its rival; null when the level says nothing.</summary>
    private static SetValue? Find(IReadOnlyDictionary<string, string> level, string name)
    {
        var rival = name switch { "storage" => "dumpdir", "dumpdir" => "storage", _ => null };
        return level.TryGetValue(name, out var value) ? new SetValue(value)
            : rival is not null && level.ContainsKey(rival) ? new SetValue(null)
            : null;
    }

    private static IEnumerable<KeyValuePair<string, string>> Given(params (string Name, string? Value)[] options)
        => options.Where(option => option.Value is not null).Select(option => KeyValuePair.Create(option.Name, option.Value!));

    private static string? Text(bool? flag) => flag switch { true => "1", false => "0", null => null };

    private readonly record struct SetValue(string? Value);
}
