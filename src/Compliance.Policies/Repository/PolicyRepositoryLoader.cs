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
            return Load(folder, PolicyFile, $"no policy.yaml in \"{path}\"", WhatInstead(folder));
        }

        var full = Path.GetFullPath(path);
        return Load(
            new FolderFiles(Path.GetDirectoryName(full) ?? full),
            Path.GetFileName(full),
            $"there is no file or folder \"{path}\"",
            "Give the folder that holds policy.yaml, or the file itself.");
    }

    /// <summary>Reads <c>policy.yaml</c> and what belongs to it from anywhere.</summary>
    public static Parsed<PolicyRepository> Load(IPolicyFiles files) => Load(files, PolicyFile, "no policy.yaml here", WhatInstead(files));

    private static Parsed<PolicyRepository> Load(IPolicyFiles files, string policyFile, string whenMissing, string whatInstead)
    {
        var problems = new ProblemList();
        var reader = new SourceReader(files, problems);
        var source = reader.Read(policyFile, () => problems.Add(ProblemCodes.PolicyMissing, new Place(policyFile, 1, 1, 1, 1), whenMissing, whatInstead));
        if (source is null && files.Read(policyFile).IsMissing)
        {
            return Result(null, [], reader, problems); // this is no repository; other files in it mean something else
        }

        var whole = source?.WholePlace() ?? new Place(policyFile, 1, 1, 1, 1);
        var root = source is null ? null : YamlReader.Read(source, problems);
        var (policy, locations) = root is null ? (null, LocationsReader.Defaults(whole)) : PolicyReader.Read(root, whole, problems);
        var rules = ReadRules(files, locations.Rules, reader, problems);
        if (policy is not null)
        {
            CheckRunbook(files, policy, problems);
        }

        return Result(policy, rules, reader, problems);
    }

    private static Parsed<PolicyRepository> Result(Policy? policy, ImmutableArray<RuleSource> rules, SourceReader reader, ProblemList problems)
    {
        return new Parsed<PolicyRepository>
        {
            Value = policy is null || problems.HasErrors
                ? null
                : new PolicyRepository { Policy = policy, Rules = rules, Digest = PolicyDigest.Of(reader.Sources), Sources = reader.Sources },
            Problems = problems.Sorted(),
            Sources = reader.Sources,
        };
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
            problems.Add(ProblemCodes.Unreadable, folder.Place, $"could not list the folder \"{folder.Value}\": {fault.Message}", "Give the account that runs this the right to read it.");
            return [];
        }

        if (listed is not { } names)
        {
            // The default folder may be absent; a folder that the policy names may not, or its rules would be skipped in silence.
            if (!folder.Place.IsPoint)
            {
                problems.Add(ProblemCodes.ReferenceMissing, folder.Place, $"there is no folder \"{folder.Value}\"", "Create it, or remove the setting.");
            }

            return [];
        }

        foreach (var skipped in names.Where(name => name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(ProblemCodes.RuleNotRead, new Place(skipped, 1, 1, 1, 1), $"\"{skipped}\" is not read", "Rename it so that it ends in .yaml.");
        }

        return RuleSources.Read(names.Where(name => name.EndsWith(".yaml", StringComparison.Ordinal)), reader, areBuiltIn: false, problems);
    }

    private static void CheckRunbook(IPolicyFiles files, Policy policy, ProblemList problems)
    {
        if (policy.Runbook is { } runbook && files.Read(runbook.Value).IsMissing)
        {
            problems.Add(ProblemCodes.ReferenceMissing, runbook.Place, $"there is no file \"{runbook.Value}\"", "Add the runbook's text, or remove the setting.");
        }
    }

    private static string WhatInstead(IPolicyFiles files) => files.Read("policy.yml").IsMissing
        ? "Write one (pve-compliance init drafts it from what is live), or name another folder."
        : "Rename \"policy.yml\" to policy.yaml.";
}
