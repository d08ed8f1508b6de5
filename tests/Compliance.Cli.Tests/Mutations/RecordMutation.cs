namespace Compliance.Cli.Tests.Mutations;

/// <summary>One change of what people write, in the policy repository that <see cref="RecordMutationTable"/> begins with.</summary>
/// <param name="Name">what happened, for people</param>
/// <param name="File">the file that changes, below the repository</param>
/// <param name="Old">what it says before; it must be there exactly once</param>
/// <param name="New">what it says afterwards</param>
internal sealed record RecordMutation(string Name, string File, string Old, string New)
{
    public override string ToString() => Name;

    /// <summary>The file's text after it.</summary>
    public string Apply(string text)
    {
        text.Split(Old).Should().HaveCount(2, "\"{0}\" must change one place of {1}", Name, File);
        return text.Replace(Old, New, StringComparison.Ordinal);
    }
}
