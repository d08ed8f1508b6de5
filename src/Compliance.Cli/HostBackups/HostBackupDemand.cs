using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Core.Facts;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;

namespace Compliance.Cli.HostBackups;

/// <summary>What is demanded of a node's archives: by the policy's tier that names the node, or by options.</summary>
internal sealed class HostBackupDemand
{
    private readonly Option<string?> _policy = new("--policy", "-p")
    {
        Description = "folder with policy.yaml: what the tier that names this host demands is saved (host-paths), and kept (retention)",
    };

    private readonly Option<int?> _daily = Keep("daily", "days");
    private readonly Option<int?> _weekly = Keep("weekly", "weeks");
    private readonly Option<int?> _monthly = Keep("monthly", "months");

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_policy, _daily, _weekly, _monthly])
        {
            command.Add(option);
        }
    }

    /// <summary>Answers for a node, once its name is known; null after the policy's problems were written.</summary>
    /// <exception cref="UsageException">options that exclude each other, or make no sense</exception>
    public Func<string, (ImmutableArray<string> Paths, KeepOptions Keep)>? Read(ParseResult parsed, Terminal terminal)
    {
        var keep = Options(parsed);
        if (parsed.GetValue(_policy) is not { } path)
        {
            return _ => ([], keep);
        }

        if (!keep.IsKeepAll)
        {
            throw new UsageException("--policy says what is kept: leave out --keep-daily, --keep-weekly and --keep-monthly, or --policy.");
        }

        return PolicyInput.Load(path, [], terminal) is { } input ? node => Of(input.Repository.Policy, node) : null;
    }

    private static (ImmutableArray<string> Paths, KeepOptions Keep) Of(Policy policy, string node)
    {
        var tiers = policy.Tiers.Where(tier => tier.Hosts.Any(host => Glob.IsMatch(node, host.Value))).OrderBy(tier => tier.Level.Value).ToList();
        return tiers.Count == 0
            ? throw new UsageException($"no tier of the policy names the host \"{node}\": add it to the hosts of tier 0, such as hosts: [\"*\"].")
            : ([.. tiers.SelectMany(tier => tier.HostPaths).Select(path => path.Value).Distinct(StringComparer.Ordinal)], TierPlan.KeepOf(tiers[0]));
    }

    private KeepOptions Options(ParseResult parsed)
    {
        int Count(Option<int?> option) => parsed.GetValue(option) switch
        {
            null => 0,
            < 0 => throw new UsageException($"{option.Name} is a number of archives to keep, 0 or more."),
            { } count => count,
        };
        return new KeepOptions { Daily = Count(_daily), Weekly = Count(_weekly), Monthly = Count(_monthly) };
    }

    private static Option<int?> Keep(string name, string unit) => new($"--keep-{name}")
    {
        Description = $"without --policy: keep the last archive of so many {unit}; with none of the three nothing is deleted",
    };
}
