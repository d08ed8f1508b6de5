using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary>Reads <c>--baseline</c>, and refuses one of something else: there every finding would be new, and every entry would seem put right.</summary>
internal static class BaselineInput
{
    /// <param name="only">ids of the only rules of this run; empty for all. What others found is not asked for, so it is not compared.</param>
    /// <exception cref="UsageException">it cannot be read, or is of another policy</exception>
    public static Baseline Read(string path, Policy policy, IReadOnlyList<string> only)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--baseline: cannot read \"{path}\": {fault.Message} Write one with \"pve-compliance baseline\".");
        }

        var read = BaselineFile.Parse(bytes, path);
        if (read.Baseline is not { } baseline)
        {
            throw new UsageException($"--baseline: {read.Fault}");
        }

        return baseline.Policy == policy.Name.Value
            ? baseline with { Findings = [.. baseline.Findings.Where(entry => only.Count == 0 || only.Contains(entry.Rule, StringComparer.Ordinal))] }
            : throw new UsageException($"--baseline: {path} is of the policy \"{UntrustedText.Visible(baseline.Policy)}\", not of \"{policy.Name.Value}\": give that of this policy, or write one with \"pve-compliance baseline\".");
    }

    /// <exception cref="UsageException">it is of another estate</exception>
    public static void CheckEstate(Baseline? baseline, Inventory seen, string? path)
    {
        if (baseline is not null && baseline.Estate != seen.Name)
        {
            throw new UsageException($"--baseline: {path} is of the estate \"{UntrustedText.Visible(baseline.Estate)}\", not of \"{UntrustedText.Visible(seen.Name)}\": give that of this estate, or write one with \"pve-compliance baseline\".");
        }
    }
}
