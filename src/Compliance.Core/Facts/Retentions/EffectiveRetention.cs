using System.Collections.Immutable;

namespace Compliance.Core.Facts.Retentions;

/// <summary>
/// The retention a job's runs on one node really use: job, else storage, else the node's vzdump.conf, else everything is
/// kept. Levels are never merged (PVE/VZDump.pm, new and read_vzdump_defaults).
/// </summary>
public sealed record EffectiveRetention
{
    public required KeepOptions Keep { get; init; }

    public required RetentionOrigin Origin { get; init; }

    /// <summary>Runs prune. False when everything is kept, or <c>remove=0</c>.</summary>
    public required bool IsPruning { get; init; }

    /// <summary>
    /// With <c>remove=0</c> and a retention, nothing is deleted and the next backup <i>fails</i> once the guest has this many
    /// unprotected ones; null when there is no such limit.
    /// </summary>
    public required long? BackupLimit { get; init; }

    /// <summary>Levels whose property Proxmox drops because it is invalid, with the reason.</summary>
    public required ImmutableArray<(RetentionOrigin Origin, string Reason)> Dropped { get; init; }

    /// <summary>Why a run would not even start; null normally. The other members then say what would hold without the fault.</summary>
    public required string? Refusal { get; init; }

    public static EffectiveRetention Resolve(RetentionSources sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var dropped = ImmutableArray.CreateBuilder<(RetentionOrigin, string)>();
        var (keep, origin) = First(
            dropped,
            (RetentionOrigin.Job, sources.JobPruneBackups),
            (RetentionOrigin.Storage, sources.StoragePruneBackups),
            (RetentionOrigin.VzdumpConf, sources.VzdumpConfPruneBackups));
        var isRemoving = sources.JobRemove ?? sources.VzdumpConfRemove ?? true;
        return new EffectiveRetention
        {
            Keep = keep,
            Origin = origin,
            IsPruning = isRemoving && !keep.IsKeepAll,
            BackupLimit = isRemoving || keep.IsKeepAll ? null : keep.Total,
            Dropped = dropped.ToImmutable(),
            Refusal = RefusalOf(sources),
        };
    }

    private static (KeepOptions Keep, RetentionOrigin Origin) First(
        ImmutableArray<(RetentionOrigin, string)>.Builder dropped, params ReadOnlySpan<(RetentionOrigin Origin, string? Text)> levels)
    {
        foreach (var (origin, text) in levels)
        {
            if (text is null)
            {
                continue;
            }

            var result = KeepOptions.Parse(text);
            if (result.IsValid)
            {
                return (result.Options, origin);
            }

            dropped.Add((origin, result.Error));
        }

        return (KeepOptions.All, RetentionOrigin.BuiltIn);
    }

    // An invalid value in jobs.cfg is dropped before the API shows it; one that is still there is an argument, and those are refused.
    private static string? RefusalOf(RetentionSources sources)
    {
        if (sources.StorageContent is { } content && !content.Split(',').Contains("backup", StringComparer.Ordinal))
        {
            return $"can't use storage '{sources.StorageId}' for backups - wrong content type";
        }

        return sources.JobPruneBackups is { } text && KeepOptions.Parse(text) is { IsValid: false, Error: var error }
            ? $"prune-backups of the job: {error}"
            : null;
    }
}
