using System.Collections.Immutable;
using Compliance.Core.Facts.Jobs;
using Compliance.Core.Facts.Notifications;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// What a job would do on one node. vzdump.conf belongs to the node, so the same job may compress on one and not on another
/// (pve-manager <c>PVE/VZDump.pm:new, read_vzdump_defaults</c>).
/// </summary>
public sealed class JobOnNode
{
    private readonly JobState job;
    private readonly EstateSources sources;
    private readonly IReadOnlyDictionary<string, string> own;
    private readonly EffectiveSettings settings;

    internal JobOnNode(JobState job, string node, EstateSources sources)
    {
        this.job = job;
        this.sources = sources;
        Node = node;
        own = EffectiveSettings.FromJob(job);
        settings = new EffectiveSettings(own, sources.VzdumpConf(node).Select(EffectiveSettings.FromDefaults));
        Target = FindTarget();
        Mode = Setting("mode");
        Compression = Setting("compress").Select(s => s with { Value = CompressionName(s.Value) });
    }

    public string Node { get; }

    /// <summary>Storage id (or the directory of a <c>dumpdir</c>) the archives go to.</summary>
    public Observed<EffectiveValue> Target { get; }

    /// <summary><c>snapshot</c>, <c>suspend</c> or <c>stop</c>.</summary>
    public Observed<EffectiveValue> Mode { get; }

    /// <summary><c>zstd</c>, <c>gzip</c>, <c>lzo</c> or <c>none</c>: the wire's <c>1</c> is lzo, its <c>0</c> no compression.</summary>
    public Observed<EffectiveValue> Compression { get; }

    /// <summary><c>auto</c>, <c>legacy-sendmail</c> or <c>notification-system</c>.</summary>
    public Observed<EffectiveValue> NotificationMode => Setting("notification-mode");

    /// <summary>Whom a run that fails here tells: addresses, and the names of targets that are no mail.</summary>
    public Delivery FailureReaches => new FailureDelivery(job, sources).Of(Node, settings);

    /// <summary>Why runs on this node fail before the first guest; null when nothing known makes them. Unreadable with the storage list.</summary>
    public Observed<string?> TargetFault => Target.Then(target => sources.TargetFault(target.Value, Node));

    /// <summary>The target's configuration; known and null when there is no such storage.</summary>
    public Observed<StorageState?> TargetState => Target.Then(target => sources.Storage(target.Value));

    /// <summary>Whether a run prunes at all. <c>remove=0</c> turns the retention into a hard limit instead.</summary>
    public Observed<bool> Removes => settings["remove"].Select(setting => setting.Value != "0");

    /// <summary>
    /// What a run prunes by; see <see cref="EffectiveRetention"/>. Whether it prunes at all is <see cref="Removes"/>, a fact of its
    /// own: one that could not be read does not make a retention unknown that the job states plainly.
    /// </summary>
    public Observed<RetentionFacts> Retention => TargetState.Then(storage =>
    {
        var levels = new RetentionSources
        {
            JobPruneBackups = job.PruneBackups ?? UpgradeObstacles.StillCountsBy(job, sources.Inventory),
            JobRemove = Removes.Match(removes => removes, _ => true),
            StoragePruneBackups = storage?.PruneBackups,
        };
        var effective = EffectiveRetention.Resolve(levels);
        return effective.Origin != RetentionOrigin.BuiltIn
            ? Observation.Known(Facts(effective))
            : sources.VzdumpConfRetention(Node)
                .Select(prune => Facts(EffectiveRetention.Resolve(levels with { VzdumpConfPruneBackups = prune })));
    });

    /// <summary>Where an option of its runs comes from; empty for one that is not inherited.</summary>
    /// <param name="option">as in jobs.cfg, such as <c>prune-backups</c></param>
    public ImmutableArray<OriginLevel> OriginsOf(string option)
    {
        var name = $"job \"{job.Id}\"";
        return option switch
        {
            "prune-backups" => SettingOrigins.OfRetention(
                job.PruneBackups ?? UpgradeObstacles.StillCountsBy(job, sources.Inventory), TargetState, sources.VzdumpConfRetention(Node), name, Node),
            "storage" => SettingOrigins.Of(option, own, sources.Fallback(Node).Select(EffectiveSettings.FromDefaults), name, Node),
            "mode" or "compress" or "remove" or "notification-mode" or "mailto"
                => SettingOrigins.Of(option, own, sources.VzdumpConf(Node).Select(EffectiveSettings.FromDefaults), name, Node),
            _ => [],
        };
    }

    private RetentionFacts Facts(EffectiveRetention effective) => new(
        effective.Keep,
        effective.Origin switch
        {
            RetentionOrigin.Job => "job",
            RetentionOrigin.Storage => "the target storage, used by job",
            RetentionOrigin.VzdumpConf when !effective.Keep.IsKeepAll => $"vzdump.conf of {Node}, used by job",
            _ => "the built-in default, used by job",
        },
        effective.IsPruning || effective.Keep.IsKeepAll);

    private Observed<EffectiveValue> FindTarget()
    {
        var levels = own.ContainsKey("storage") || own.ContainsKey("dumpdir")
            ? settings
            : new EffectiveSettings(own, sources.Fallback(Node).Select(EffectiveSettings.FromDefaults));
        return levels["storage"].Then(storage => storage.Value is not null
            ? Observation.Known(Value(storage))
            : levels["dumpdir"].Select(Value).Select(folder => folder with { Origin = "the dumpdir of " + folder.Origin }));
    }

    private Observed<EffectiveValue> Setting(string name) => settings[name].Select(Value);

    private EffectiveValue Value(EffectiveSetting setting) => new(setting.Value ?? string.Empty, setting.Origin switch
    {
        SettingOrigin.Job => "the job",
        SettingOrigin.VzdumpConf => $"vzdump.conf of {Node}",
        _ => $"the default of {Node}",
    });

    private static string CompressionName(string wire) => wire switch
    {
        "0" or "" => "none",
        "1" => "lzo",
        _ => wire,
    };
}
