using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads a policy repository: the policy and its own rules. Finds every problem in one run; never throws for what people write.</summary>
public static class PolicyRepositoryLoader
{
    /// <summary>The name of the policy when a folder is given.</summary>
    public const string PolicyFile = "policy.yaml";

    /// <param name="path">a folder that holds a <c>policy.yaml</c>, or the policy file itself</param>
    public static Parsed<PolicyRepository> Load(string path)
    {
        if (Directory.Exists(path))
        {
            var folder = new FolderFiles(path);
            return Load(folder, PolicyFile, () => ($"no policy.yaml in \"{path}\"", WhatInstead(folder)));
        }

        var missing = ($"there is no file or folder \"{path}\"", "Give the folder that holds policy.yaml, or the file itself.");
        if (path.Length == 0 || path.Contains('\0'))
        {
            return Missing(PolicyFile, missing); // Path.GetFullPath throws for these
        }

        var full = Path.GetFullPath(path);
        return Load(new FolderFiles(Path.GetDirectoryName(full) ?? full), Path.GetFileName(full), () => missing);
    }

    /// <summary>Reads <c>policy.yaml</c> and what belongs to it from anywhere.</summary>
    public static Parsed<PolicyRepository> Load(IPolicyFiles files) => Load(files, PolicyFile, () => ("no policy.yaml here", WhatInstead(files)));

    private static Parsed<PolicyRepository> Load(IPolicyFiles files, string policyFile, Func<(string Message, string Fix)> whenMissing)
    {
        var problems = new ProblemList();
        var reader = new SourceReader(files, problems);
        var isMissing = false;
        var source = reader.Read(policyFile, () => isMissing = true);
        if (isMissing)
        {
            return Missing(policyFile, whenMissing()); // this is no repository; other files in it mean something else
        }

        var whole = source?.WholePlace() ?? new Place(policyFile, 1, 1, 1, 1);
        var root = source is null ? null : YamlReader.Read(source, problems);
        var (policy, locations) = root is null ? (null, LocationsReader.Defaults(whole)) : PolicyReader.Read(root, whole, problems);
        var rules = ReadRules(files, locations.Rules, reader, problems);
        if (policy is not null)
        {
            CheckRunbook(files, policy, problems);
        }

        return new Parsed<PolicyRepository>
        {
            Value = policy is null || problems.HasErrors
                ? null
                : new PolicyRepository { Policy = policy, Rules = rules, Digest = PolicyDigest.Of(reader.Sources), Sources = reader.Sources },
            Problems = problems.Sorted(),
            Sources = reader.Sources,
        };
    }

    private static Parsed<PolicyRepository> Missing(string policyFile, (string Message, string Fix) text)
    {
        var problems = new ProblemList();
        problems.Add(ProblemCodes.PolicyMissing, new Place(policyFile, 1, 1, 1, 1), text.Message, text.Fix);
        return new Parsed<PolicyRepository> { Value = null, Problems = problems.Sorted(), Sources = new Dictionary<string, string>() };
    }

    private static ImmutableArray<RuleSource> ReadRules(IPolicyFiles files, Placed<string> folder, SourceReader reader, ProblemList problems)
    {
        ImmutableArray<string>? listed;
        try
        {
            listed = files.List(folder.Value);
        }
        catch (IOException fault)
        {
            problems.Add(
                ProblemCodes.Unreadable,
                folder.Place,
                $"could not list the folder \"{folder.Value}\": {fault.Message}",
                "Give the account that runs this the right to read it.");
            return [];
        }

        if (listed is not { } names)
        {
            // The default folder may be absent; a folder that the policy names may not, or its rules would be skipped in silence.
            if (!folder.Place.IsPoint)
            {
                problems.Add(
                    ProblemCodes.ReferenceMissing,
                    folder.Place,
                    $"there is no folder \"{folder.Value}\"",
                    "Create it, or remove the setting.");
            }

            return [];
        }

        foreach (var skipped in names.Where(IsNearlyRule))
        {
            problems.Add(
                ProblemCodes.RuleNotRead,
                new Place(skipped, 1, 1, 1, 1),
                $"\"{skipped}\" is not read",
                "Rename it so that it ends in .yaml.");
        }

        return RuleSources.Read(names.Where(IsRule), reader, areBuiltIn: false, problems);
    }

    private static bool IsRule(string name) => name.EndsWith(".yaml", StringComparison.Ordinal);

    private static bool IsNearlyRule(string name) =>
        !IsRule(name) && (name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase));

    private static void CheckRunbook(IPolicyFiles files, Policy policy, ProblemList problems)
    {
        if (policy.Runbook is { } runbook && files.Read(runbook.Value).IsMissing)
        {
            problems.Add(
                ProblemCodes.ReferenceMissing,
                runbook.Place,
                $"there is no file \"{runbook.Value}\"",
                "Add the runbook's text, or remove the setting.");
        }
    }

    private static string WhatInstead(IPolicyFiles files) => files.Read("policy.yml").IsMissing
        ? "Write one (samples/homelab of pve-compliance is an example), or name another folder."
        : "Rename \"policy.yml\" to policy.yaml.";
}
