namespace Compliance.Policies;

/// <summary>Reads a policy repository: the policy and its own rules. Finds every problem in one run; never throws for what people write.</summary>
public static class PolicyRepositoryLoader
{
    /// <param name="path">a folder that holds a <c>policy.yaml</c>, or the policy file itself</param>
    public static Parsed<PolicyRepository> Load(string path) => Load(RepositoryRoot.At(path));

    /// <summary>Reads <c>policy.yaml</c> and what belongs to it from anywhere.</summary>
    public static Parsed<PolicyRepository> Load(IPolicyFiles files) => Load(RepositoryRoot.Of(files));

    private static Parsed<PolicyRepository> Load(RepositoryRoot root)
    {
        var draft = RepositoryDraft.Read(root);
        var judged = draft.Judged(draft.Reader.Sources, isComplete: false);
        return new Parsed<PolicyRepository>
        {
            Value = judged.HasErrors ? null : draft.Repository,
            Problems = judged.Left,
            Sources = draft.Reader.Sources,
        };
    }
}
