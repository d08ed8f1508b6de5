using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>What no single setting of a target tells.</summary>
internal static class TargetChecks
{
    private static readonly string[] OfConnection = ["token-file", "fingerprint", "ca", "timeout", "pbs-token-file"];

    /// <summary>By what is written, faulty or not: a bad value is reported for itself.</summary>
    public static string? FaultOf(Fields fields) => (fields.Has("urls"), fields.Has("inventory")) switch
    {
        (true, true) => "the target is a live cluster and an inventory at once",
        (false, false) => "the target has neither urls nor an inventory",
        (false, true) when OfConnection.FirstOrDefault(fields.Has) is { } key => $"the target is an inventory, which has no {key}",
        // One token in the environment would be shown to every cluster.
        (true, false) when !fields.Has("token-file") => "the target has urls, and names no token-file",
        (true, false) when fields.Has("fingerprint") && fields.Has("ca") => "the target has a fingerprint and a ca; a pinned certificate needs no authority",
        (true, false) when fields.Has("max-age") => "the target has urls and a max-age; what is read live has no age",
        _ => null,
    };

    /// <summary>What targets are to each other, and what they name in the repository.</summary>
    public static void Check(ImmutableArray<ClusterTarget> targets, IPolicyFiles files, ProblemList problems)
    {
        var byName = new Dictionary<string, ClusterTarget>(StringComparer.OrdinalIgnoreCase);
        var asked = new Dictionary<string, ClusterTarget>(StringComparer.OrdinalIgnoreCase);
        foreach (var target in targets)
        {
            if (!byName.TryAdd(target.Name.Value, target))
            {
                problems.Add(
                    ProblemCodes.DuplicateTarget, target.Name.Place, $"a target \"{target.Name.Value}\" is in line {byName[target.Name.Value].Name.Place.Line} already",
                    "Name one of the two otherwise: their reports would have one name.");
            }

            foreach (var url in target.Urls.Select(url => url with { Value = url.Value.TrimEnd('/') }))
            {
                if (!asked.TryAdd($"{target.Policy?.Value} {url.Value}", target) && asked[$"{target.Policy?.Value} {url.Value}"] is var other && other != target)
                {
                    problems.Add(
                        ProblemCodes.TargetTwice, url.Place, $"{url.Value} is asked for \"{other.Name.Value}\" too, and judged against the same policy",
                        "Write the address of the other cluster, or remove one of the two targets.");
                }
            }

            CheckPolicy(target, files, problems);
        }
    }

    private static void CheckPolicy(ClusterTarget target, IPolicyFiles files, ProblemList problems)
    {
        // What lies above the file's folder or elsewhere is looked for when it is judged.
        if (target.Policy is { } policy && TextForms.RepositoryPath.Fits(policy.Value) && policy.Value != "."
            && !files.Has(policy.Value) && !files.Has($"{policy.Value.TrimEnd('/')}/{RepositoryRoot.DefaultPolicyFile}"))
        {
            problems.Add(
                ProblemCodes.ReferenceMissing, policy.Place, $"there is no policy \"{policy.Value}\"",
                "Name the folder that holds its policy.yaml, relative to this file, or the policy file itself.");
        }
    }
}
