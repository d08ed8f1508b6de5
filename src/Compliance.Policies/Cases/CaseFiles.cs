using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>The cases of a policy repository, with every problem of it and of them.</summary>
/// <param name="Policy">the repository itself; its problems include those of the cases</param>
/// <param name="Cases">in the order of files and of their text; empty when the policy has errors</param>
/// <param name="CaseFolder">where case files were looked for</param>
/// <param name="OwnRules">ids of the rules that are the repository's own</param>
/// <param name="InventoryFolder">where the inventories are that cases begin with</param>
public sealed record CaseFiles(
    PolicyFiles Policy, ImmutableArray<RuleCase> Cases, string CaseFolder, IReadOnlySet<string> OwnRules, string InventoryFolder)
{
    /// <param name="path">a folder that holds a <c>policy.yaml</c>, or the policy file itself</param>
    /// <param name="folder">another folder of case files, relative to the current one; null: where the policy says</param>
    public static CaseFiles Read(string path, string? folder)
    {
        var root = RepositoryRoot.At(path);
        return folder is null ? Of(root, null, null) : Of(root, new FolderFiles("."), Path.TrimEndingDirectorySeparator(folder));
    }

    public static CaseFiles Read(IPolicyFiles files) => Of(RepositoryRoot.Of(files), null, null);

    internal static CaseFiles Read(RepositoryRoot root) => Of(root, null, null);

    private static CaseFiles Of(RepositoryRoot root, IPolicyFiles? otherFiles, string? otherFolder)
    {
        var draft = RepositoryDraft.Read(root);
        var (problems, locations) = (draft.Problems, draft.Locations);
        var rules = PolicyFiles.RulesOf(draft);

        var files = otherFiles ?? root.Files;
        var folder = otherFolder is null ? locations.Cases : new Placed<string>(otherFolder, locations.Cases.Place);
        var reader = new SourceReader(files, problems);
        var references = new CaseReferences(draft.RuleIds, root.Files, locations.Inventories.Value, problems);
        var cases = draft.IsRepository ? ReadCases(new RepositoryFolders(files, problems).YamlBelow(folder, except: null), reader, draft, references) : [];
        // Read with a list of its own: whom a run asks is no part of the policy's digest.
        var targets = draft.IsRepository ? TargetsFile.Check(root.Files, problems) : new Dictionary<string, string>();
        var sources = draft.Reader.Sources.Concat(reader.Sources).Concat(targets).DistinctBy(source => source.Key).ToDictionary(StringComparer.Ordinal);
        return new CaseFiles(
            PolicyFiles.Of(draft, rules, sources, isComplete: otherFolder is null),
            cases,
            folder.Value,
            draft.Rules.Select(rule => rule.Id.Value).ToHashSet(StringComparer.Ordinal),
            Path.Combine(root.Folder, locations.Inventories.Value));
    }

    private static ImmutableArray<RuleCase> ReadCases(
        ImmutableArray<string> names, SourceReader reader, RepositoryDraft draft, CaseReferences references)
    {
        var cases = ImmutableArray.CreateBuilder<RuleCase>();
        var read = new CaseFileReader(new CasePolicies(draft, draft.Problems), references, draft.Problems);
        foreach (var name in names)
        {
            if (reader.ReadListed(name) is { } source && YamlReader.Read(source, draft.Problems) is { } root)
            {
                cases.AddRange(read.Read(root));
            }
        }

        return cases.ToImmutable();
    }
}
