namespace Compliance.SampleMonth;

/// <summary>The policy repository, as it is on one night after the other.</summary>
internal sealed class PolicyFolder
{
    private PolicyFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>A copy of what makes a policy repository; anything else beside it stays where it is.</summary>
    public static PolicyFolder CopyOf(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        string[] parts = ["policy.yaml", "runbook.md", "runbook.md.lock", .. FilesIn(from, "evidence"), .. FilesIn(from, "changes"), .. FilesIn(from, "rules")];
        foreach (var part in parts)
        {
            var target = System.IO.Path.Combine(to, part);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.WriteAllText(target, File.ReadAllText(System.IO.Path.Combine(from, part)));
        }

        return new PolicyFolder(to);
    }

    /// <exception cref="InvalidOperationException">the text to replace is not there exactly once</exception>
    public void Make(PolicyEdit edit)
    {
        var file = System.IO.Path.Combine(Path, edit.File);
        File.WriteAllText(file, (edit.Write, edit.Append, edit.Replace) switch
        {
            ({ } text, null, null) => text,
            (null, { } text, null) => File.ReadAllText(file) + text,
            (null, null, { } text) => Replaced(File.ReadAllText(file), text, edit),
            _ => throw new InvalidOperationException($"an edit of {edit.File} is one of write, append, and replace with"),
        });
    }

    private static string Replaced(string text, string what, PolicyEdit edit)
        => text.Split(what) is [var before, var after]
            ? before + edit.With + after
            : throw new InvalidOperationException($"{edit.File} does not have \"{what}\" exactly once");

    private static IEnumerable<string> FilesIn(string from, string folder)
        => Directory.Exists(System.IO.Path.Combine(from, folder))
            ? Directory.GetFiles(System.IO.Path.Combine(from, folder), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => System.IO.Path.GetRelativePath(from, file))
            : [];
}
