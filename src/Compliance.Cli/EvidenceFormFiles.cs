using System.Text;
using Compliance.Core.Model;

namespace Compliance.Cli;

/// <summary>Writes records to fill in beside the policy: never over a file, and none when one of them is there already.</summary>
internal static class EvidenceFormFiles
{
    /// <param name="policy">a folder, or the policy file itself</param>
    /// <returns>the files, as they were written</returns>
    /// <exception cref="UsageException">one is there already, or cannot be written</exception>
    public static List<string> Write(IReadOnlyList<EvidenceForm> forms, string policy)
    {
        var root = Directory.Exists(policy) ? policy : Path.GetDirectoryName(Path.GetFullPath(policy))!;
        var files = forms.Select(form => (Path: Path.Combine(root, form.File), form.Text)).ToList();
        if (files.Find(file => Path.Exists(file.Path)).Path is { } there)
        {
            throw new UsageException($"\"{there}\" is there already: fill it in, or remove it, and plan again.");
        }

        files.ForEach(file => OutputFile.WriteNew(file.Path, stream => stream.Write(Encoding.UTF8.GetBytes(file.Text))));
        return [.. files.Select(file => file.Path)];
    }
}
