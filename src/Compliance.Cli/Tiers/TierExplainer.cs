using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Cli;

/// <summary><c>explain tier N</c>: the restore points that a tier's declaration yields. Needs nothing but the policy.</summary>
internal static class TierExplainer
{
    /// <summary>The word in the place of a rule.</summary>
    public const string Word = "tier";

    /// <param name="number">as given; null when nothing was</param>
    /// <param name="policy">folder or file; null for the current folder</param>
    /// <param name="from">the day of the first run</param>
    public static int Run(string? number, string? policy, bool asJson, DateTimeOffset from, Terminal terminal)
    {
        if (PolicyInput.Load(policy ?? ".", [], terminal) is not { } input)
        {
            return ExitCode.BadInput;
        }

        var yield = TierYield.Of(Find(input.Repository.Policy, number), from);
        if (asJson)
        {
            TierYieldJson.Write(yield, terminal.Output);
        }
        else
        {
            using var output = terminal.Writer();
            TierYieldText.Write(yield, output);
        }

        return ExitCode.Compliant;
    }

    private static Tier Find(Policy policy, string? number)
        => policy.Tiers.FirstOrDefault(tier => tier.Level.Value.ToString(CultureInfo.InvariantCulture) == number)
            ?? throw new UsageException(
                $"{(number is null ? "which tier?" : $"the policy has no tier \"{number}\".")} It has {string.Join(", ", policy.Tiers.Select(tier => tier.Level.Value))}: pve-compliance explain tier {policy.Tiers[0].Level.Value}");
}
