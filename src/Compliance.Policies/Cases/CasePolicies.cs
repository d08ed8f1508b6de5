using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>The policies that cases judge by: the repository's own, and variants of it.</summary>
internal sealed class CasePolicies(RepositoryDraft draft, ProblemList problems)
{
    /// <summary>Null when the policy has errors.</summary>
    public Policy? Unchanged => draft.Policy;

    /// <summary>The repository's own evidence, which cases without any begin with.</summary>
    public EvidenceRecords Evidence => draft.Evidence;

    /// <summary>Reads <c>policy:</c> of a case: paths of settings and their other values.</summary>
    public Policy? Changed(YamlNode node, Field field)
    {
        var changes = CasePaths.Mapped(node, field);
        if (draft.Document is not { } document || draft.Policy is null || changes.IsEmpty)
        {
            return null;
        }

        foreach (var (path, value, place) in changes)
        {
            if (YamlPatch.Set(document, path, value, place) is not { } changed)
            {
                problems.Add(
                    ProblemCodes.PathLeadsNowhere,
                    place,
                    $"{Words.Quoted(path.Text)} leads nowhere in {draft.Root.PolicyFile}",
                    "Only the last step may be new; rows are chosen by a member's value, such as storages[id=local-backup].");
                return null;
            }

            document = changed;
        }

        var found = new ProblemList();
        var (policy, _) = PolicyReader.Read(document, draft.Policy.Place, found);
        var errors = found.Sorted().Where(problem => problem.Severity == Severity.Error).ToList();
        problems.AddRange(errors);
        return errors.Count > 0 ? null : policy! with { Changes = draft.Policy.Changes };
    }
}
