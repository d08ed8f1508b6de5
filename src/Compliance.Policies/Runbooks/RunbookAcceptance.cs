namespace Compliance.Policies;

/// <summary>The text that says: the policy agrees with its runbook as it is now.</summary>
/// <param name="File">where it belongs, in the file system</param>
public sealed record RunbookAcceptance(string File, string Text)
{
    /// <summary>Null when the policy points at no runbook, or at one that cannot be read.</summary>
    /// <param name="path">a folder that holds a <c>policy.yaml</c>, or the policy file itself</param>
    public static RunbookAcceptance? Of(string path)
    {
        var root = RepositoryRoot.At(path);
        return RepositoryDraft.Read(root).Runbook is { } runbook
            ? new RunbookAcceptance(Path.Combine(root.Folder, RunbookLock.NameOf(runbook.File)), RunbookLock.Write(runbook))
            : null;
    }
}
