using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>
/// Where the policy repository lies in the source repository that a forge shows. Places are relative to the first, annotations
/// must be relative to the second.
/// </summary>
/// <param name="Folder">of the policy, relative to the root of the source repository, with forward slashes; empty for the root itself</param>
/// <param name="PolicyFile">the policy's name in that folder: where something stands that no line asks for</param>
public sealed record SourceRoot(string Folder, string PolicyFile)
{
    private const string BuiltIn = "built-in:";

    /// <summary>The policy repository is the source repository.</summary>
    public static SourceRoot Itself { get; } = new("", "policy.yaml");

    /// <summary>The place with a file that the source repository has; what stands in none of its files is said of the policy's first line.</summary>
    internal Place Locate(Place? place)
        => place is { } written && !written.File.StartsWith(BuiltIn, StringComparison.Ordinal)
            ? written with { File = PathOf(written.File) }
            : new Place(PathOf(PolicyFile), 1, 1, 1, 1);

    private string PathOf(string file) => Folder.Length == 0 ? file : $"{Folder}/{file}";
}
