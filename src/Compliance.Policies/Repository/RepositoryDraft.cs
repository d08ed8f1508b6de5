using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A policy repository as far as it could be read. Every problem is found in one run, so reading goes on after an error.</summary>
internal sealed record RepositoryDraft
{
    private RepositoryDraft(RepositoryRoot root, ProblemList problems, SourceReader reader)
    {
        Root = root;
        Problems = problems;
        Reader = reader;
    }

    public RepositoryRoot Root { get; }

    public ProblemList Problems { get; }

    public SourceReader Reader { get; }

    /// <summary>False when there is no policy file at all: then nothing else was read.</summary>
    public bool IsRepository { get; private init; }

    /// <summary>The document of the policy, for cases that change it; null when it has no syntax.</summary>
    public YamlNode? Document { get; private init; }

    /// <summary>Null when something it needs is missing or faulty.</summary>
    public Policy? Policy { get; private init; }

    /// <summary>The policy's, or the defaults when it could not be read.</summary>
    public PolicyLocations Locations { get; private init; } = null!;

    /// <summary>The policy's own runbook; null when it points at none, or at one that cannot be read.</summary>
    public Runbook? Runbook { get; private init; }

    /// <summary>Own rules that could be read, by file name.</summary>
    public ImmutableArray<RuleSource> Rules { get; private init; } = [];

    /// <summary>Records of evidence that could be read.</summary>
    public EvidenceRecords Evidence { get; private init; } = EvidenceRecords.None;

    /// <summary>
    /// Ids of all rules there are: built-in ones, own ones, and those whose files are faulty, by the files' names. That a rule which
    /// cannot be read does not exist would be a second fault for one cause.
    /// </summary>
    public IReadOnlyList<string> RuleIds { get; private init; } = [];

    /// <summary>Those that could be read, in the order they are written.</summary>
    public ImmutableArray<Waiver> Waivers { get; private init; } = [];

    /// <summary>Whom runs tell; null when the repository has no such file, or a faulty one.</summary>
    public NoticeSettings? Notices { get; private init; }

    /// <summary>The repository; null when anything in it has an error.</summary>
    public PolicyRepository? Repository => Policy is null || Problems.HasErrors
        ? null
        : new PolicyRepository { Policy = Policy, Rules = Rules, Waivers = Waivers, Evidence = Evidence, Notices = Notices, Digest = PolicyDigest.Of(Judging(Reader.Sources)), Sources = Reader.Sources };

    // Whom a run tells has no part in what it finds.
    private Dictionary<string, string> Judging(IReadOnlyDictionary<string, string> sources)
        => sources.Where(source => source.Key != Locations.Notifications.Value).ToDictionary(StringComparer.Ordinal);

    /// <summary>The problems found so far, without those that people accepted.</summary>
    /// <param name="sources">of all files that were read</param>
    /// <param name="isComplete">whether every check of the repository ran</param>
    public JudgedProblems Judged(IReadOnlyDictionary<string, string> sources, bool isComplete)
        => Suppressions.Apply(Problems, sources, Root.PolicyFile, Policy?.Lint ?? [], isComplete);

    public static RepositoryDraft Read(RepositoryRoot root)
    {
        var problems = new ProblemList();
        var reader = new SourceReader(root.Files, problems);
        var isMissing = false;
        var source = reader.Read(root.PolicyFile, () => isMissing = true);
        if (isMissing)
        {
            // This is no repository; other files in it mean something else.
            var (message, fix) = root.WhenMissing();
            var top = new Place(root.PolicyFile, 1, 1, 1, 1);
            problems.Add(ProblemCodes.PolicyMissing, top, message, fix);
            return new RepositoryDraft(root, problems, reader) { Locations = LocationsReader.Defaults(top) };
        }

        var whole = source?.WholePlace() ?? new Place(root.PolicyFile, 1, 1, 1, 1);
        var document = source is null ? null : YamlReader.Read(source, problems);
        var (policy, locations) = document is null ? (null, LocationsReader.Defaults(whole)) : PolicyReader.Read(document, whole, problems);
        var isSound = policy is not null && !problems.HasErrors;
        var folders = new RepositoryFolders(root.Files, problems);
        var files = folders.YamlBelow(locations.Rules, except: locations.Cases.Value);
        var rules = RuleSources.Read(files, reader, areBuiltIn: false, problems);
        policy = policy is null ? null : policy with { Changes = ReadChanges(root, locations, policy, reader, problems) };
        var draft = new RepositoryDraft(root, problems, reader)
        {
            IsRepository = true,
            Document = document,
            Policy = policy,
            Locations = locations,
            Rules = rules,
            Waivers = WaiverFile.Read(locations.Waivers, reader, problems),
            Notices = NotificationsFile.Read(locations.Notifications, reader, problems),
            Evidence = EvidenceFiles.Read(folders.YamlBelow(locations.Evidence, except: null), reader, policy, problems),
            RuleIds = [.. BuiltInRules.Headings.Select(rule => rule.Id).Concat(rules.Select(rule => rule.Id.Value)).Concat(files.Select(RuleNames.OfFile)).Distinct(StringComparer.Ordinal)],
        };
        new WaiverChecks(policy, rules, draft.RuleIds, problems).Run(draft.Waivers);
        draft = policy?.Runbook is { } runbook ? draft with { Runbook = RunbookChecks.Run(runbook, reader, problems) } : draft;
        if (isSound)
        {
            SemanticLint.Run(policy!, draft.Runbook, problems);
        }

        return draft;
    }

    private static ImmutableArray<ChangeRecord> ReadChanges(RepositoryRoot root, PolicyLocations locations, Policy policy, SourceReader reader, ProblemList problems)
    {
        var records = ImmutableArray.CreateBuilder<ChangeRecord>();
        foreach (var file in new RepositoryFolders(root.Files, problems).YamlBelow(locations.Changes, except: null))
        {
            if (reader.ReadListed(file) is { } source && YamlReader.Read(source, problems) is { } content)
            {
                records.AddRange(ChangeReader.File(content, problems));
            }
        }

        ChangeChecks.Check(records.ToImmutable(), policy, problems);
        return records.ToImmutable();
    }
}
