using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>What <c>lint --fix</c> would do to a policy repository. Nothing is written here.</summary>
/// <param name="Lint">the repository as it is</param>
/// <param name="Folder">where the files are in the file system; empty when they are nowhere there</param>
/// <param name="Files">by name; empty when there is nothing to change</param>
/// <param name="Unfixed">by place</param>
public sealed record FixPlan(CaseFiles Lint, string Folder, ImmutableArray<FileFix> Files, ImmutableArray<UnfixedProblem> Unfixed)
{
    /// <param name="path">a folder that holds a <c>policy.yaml</c>, or the policy file itself</param>
    public static FixPlan For(string path) => For(RepositoryRoot.At(path));

    public static FixPlan For(IPolicyFiles files) => For(RepositoryRoot.Of(files));

    private static FixPlan For(RepositoryRoot root)
    {
        root = root with { Files = new RememberedFiles(root.Files) };
        var search = new FixSearch(root);
        search.Run();
        return new FixPlan(search.Lint, root.Folder, search.Files, search.Unfixed);
    }
}
