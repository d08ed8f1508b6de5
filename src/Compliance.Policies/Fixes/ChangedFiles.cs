using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>Files of which some have another content: the repository as it would be.</summary>
internal sealed class ChangedFiles(IPolicyFiles files, IReadOnlyDictionary<string, byte[]> changed) : IPolicyFiles
{
    public FileContent Read(string name) => changed.TryGetValue(name, out var bytes) ? FileContent.Of(bytes) : files.Read(name);

    public bool Has(string name) => changed.ContainsKey(name) || files.Has(name);

    public ImmutableArray<string>? List(string folder) => files.List(folder);
}
