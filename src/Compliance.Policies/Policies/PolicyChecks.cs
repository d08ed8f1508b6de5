using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What no single setting shows: settings that contradict each other, or refer to what is not there.</summary>
internal static class PolicyChecks
{
    public static void Run(Policy policy, ProblemList problems)
    {
        foreach (var again in Repeated(policy.Tiers, tier => tier.Level))
        {
            problems.Add(
                ProblemCodes.DuplicateTier,
                again.Second.Place,
                $"tier {again.Second.Value} is already defined in line {again.First.Place.Line}",
                "Give each tier one entry.");
        }

        foreach (var again in Repeated(policy.Storages, storage => storage.Id))
        {
            problems.Add(
                ProblemCodes.DuplicateStorage,
                again.Second.Place,
                $"the storage \"{again.Second.Value}\" is already described in line {again.First.Place.Line}",
                "Write all demands on it in one entry.");
        }

        TierOverlap.Check(policy, problems);
        if (problems.HasErrors)
        {
            return; // a setting that was dropped because it is faulty would look as if it were not written
        }

        CheckTargets(policy, problems);
        CheckPhase(policy, problems);
        foreach (var tier in policy.Tiers)
        {
            CheckHostPaths(tier, problems);
            CheckRetention(tier, problems);
        }
    }

    private static void CheckTargets(Policy policy, ProblemList problems)
    {
        var described = policy.Storages.Select(storage => storage.Id.Value).ToHashSet(StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var target in policy.Tiers.Select(tier => tier.Target).Prepend(policy.Backup.Target).OfType<Placed<string>>())
        {
            if (described.Contains(target.Value) || !reported.Add(target.Value))
            {
                continue;
            }

            var near = Nearest.To(target.Value, described);
            var fix = near is null ? $"Add an entry with id: {target.Value} to storages." : $"Did you mean \"{near}\"?";
            problems.Add(ProblemCodes.StorageUndescribed, target.Place, $"nothing is demanded of the target \"{target.Value}\"", fix);
        }
    }

    private static void CheckPhase(Policy policy, ProblemList problems)
    {
        if (policy.Phase.Value != PolicyPhase.Local && policy.Pbs?.Storage is null)
        {
            var phase = policy.Phase.Value == PolicyPhase.Pbs ? "pbs" : "transition";
            problems.Add(
                ProblemCodes.PhaseWithoutPbs,
                policy.Phase.Place,
                $"the phase is {phase}, but no PBS storage is named",
                "Write pbs: with storage: and its id.");
        }
    }

    private static void CheckHostPaths(Tier tier, ProblemList problems)
    {
        if (tier.Hosts.Length > 0 && tier.HostPaths.Length == 0)
        {
            problems.Add(
                ProblemCodes.HostPathsMismatch,
                tier.Hosts[0].Place,
                $"tier {tier.Level} has hosts, but nothing says what of them is backed up",
                "Write host-paths, such as [/etc/pve].");
        }

        if (tier.Hosts.Length == 0 && tier.HostPaths.Length > 0)
        {
            problems.Add(
                ProblemCodes.HostPathsMismatch,
                tier.HostPaths[0].Place,
                $"tier {tier.Level} has host-paths, but no hosts",
                "Write hosts, such as [\"*\"] for all.");
        }

        if (tier.Hosts.Length == 0 && tier.HostArchives.Length > 0)
        {
            problems.Add(
                ProblemCodes.HostPathsMismatch,
                tier.HostArchives[0].Place,
                $"tier {tier.Level} has host-archives, but no hosts",
                "Write hosts, such as [\"*\"] for all.");
        }
    }

    private static void CheckRetention(Tier tier, ProblemList problems)
    {
        var retention = tier.Retention;
        if (retention.Daily.Value + retention.Weekly.Value + retention.Monthly.Value == 0)
        {
            problems.Add(
                ProblemCodes.RetentionKeepsNothing,
                retention.Place,
                $"the retention of tier {tier.Level} keeps nothing",
                "Give at least one keep value above 0.");
        }
    }

    /// <summary>Each value that an earlier place of the file has too, with the first of them.</summary>
    private static IEnumerable<(Placed<TKey> First, Placed<TKey> Second)> Repeated<T, TKey>(IEnumerable<T> items, Func<T, Placed<TKey>> key)
        where TKey : notnull
    {
        var first = new Dictionary<TKey, Placed<TKey>>();
        foreach (var value in items.Select(key).OrderBy(value => value.Place.Line).ThenBy(value => value.Place.Column))
        {
            if (!first.TryAdd(value.Value, value))
            {
                yield return (first[value.Value], value);
            }
        }
    }
}
