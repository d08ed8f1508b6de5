using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// Reads <c>targets.yaml</c>, the clusters that one run judges. Secrets in it end the reading: they are covered in everything that
/// is shown of the file, and nothing else is said of it before they are gone.
/// </summary>
public static class TargetsFile
{
    /// <summary>The name of the file in a policy repository.</summary>
    public const string DefaultName = "targets.yaml";

    /// <param name="path">the file, or the folder that holds a <c>targets.yaml</c></param>
    public static Parsed<ImmutableArray<ClusterTarget>> Read(string path)
    {
        var (folder, name) = Locate(path);
        var problems = new ProblemList();
        var files = new FolderFiles(folder);
        var reader = new SourceReader(files, problems);
        var source = reader.Read(name, whenMissing: () => problems.Add(
            ProblemCodes.Unreadable, new Place(name, 1, 1, 1, 1), $"could not read \"{name}\": it is not there", "Give the file that lists the clusters, such as --targets targets.yaml."));
        var sources = new Dictionary<string, string>(reader.Sources, StringComparer.Ordinal);
        var targets = source is null ? [] : Read(source, files, problems, sources);
        var judged = Suppressions.Apply(problems, sources, name, [], isComplete: true);
        return new Parsed<ImmutableArray<ClusterTarget>> { Value = judged.HasErrors ? default : targets, Problems = judged.Left, Sources = sources };
    }

    /// <summary>The folder that relative paths in the file begin at.</summary>
    public static string FolderOf(string path) => Locate(path).Folder;

    /// <summary>For <c>lint</c>: the file of a policy repository, if it has one.</summary>
    /// <returns>its text as it may be shown, by name; empty without the file</returns>
    internal static IReadOnlyDictionary<string, string> Check(IPolicyFiles files, ProblemList problems)
    {
        var reader = new SourceReader(files, problems);
        var source = reader.Read(DefaultName, whenMissing: () => { });
        var sources = new Dictionary<string, string>(reader.Sources, StringComparer.Ordinal);
        if (source is not null)
        {
            Read(source, files, problems, sources);
        }

        return sources;
    }

    /// <param name="sources">what may be shown; secrets are covered in it</param>
    private static ImmutableArray<ClusterTarget> Read(SourceText source, IPolicyFiles files, ProblemList problems, Dictionary<string, string> sources)
    {
        var secrets = SecretSearch.Of(source.Text);
        if (!secrets.IsEmpty)
        {
            sources[source.File] = SecretSearch.Covered(source.Text, secrets);
            foreach (var (start, end) in secrets)
            {
                problems.Add(
                    ProblemCodes.SecretInTargets, source.PlaceOf(start, end), "a secret stands here",
                    "Replace the token in Proxmox VE, since this one was shown; write the new one to a file that only its reader may read, and name that: token-file.");
            }

            return [];
        }

        if (YamlReader.Read(source, problems) is not { } root || Fields.Of(root, "targets file", new Field("targets file", problems)) is not { } fields)
        {
            return [];
        }

        var targets = fields.Required("targets", TargetReader.Targets, "List the clusters.");
        fields.Close();
        TargetChecks.Check(targets.IsDefault ? [] : targets, files, problems);
        return targets.IsDefault ? [] : targets;
    }

    private static (string Folder, string Name) Locate(string path)
    {
        if (Directory.Exists(path))
        {
            return (path, DefaultName);
        }

        var folder = Path.GetDirectoryName(path);
        return (string.IsNullOrEmpty(folder) ? "." : folder, Path.GetFileName(path) is { Length: > 0 } name ? name : DefaultName);
    }
}
