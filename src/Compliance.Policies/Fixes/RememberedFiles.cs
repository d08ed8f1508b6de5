using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>Files that read the same every time, whatever becomes of them meanwhile: what is changed is what was judged.</summary>
internal sealed class RememberedFiles(IPolicyFiles files) : IPolicyFiles
{
    private readonly Dictionary<string, FileContent> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _has = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>?> _listed = new(StringComparer.Ordinal);

    public FileContent Read(string name) => Once(_read, name, files.Read);

    public bool Has(string name) => Once(_has, name, files.Has);

    public ImmutableArray<string>? List(string folder) => Once(_listed, folder, files.List);

    private static T Once<T>(Dictionary<string, T> known, string name, Func<string, T> ask)
    {
        if (!known.TryGetValue(name, out var answer))
        {
            known.Add(name, answer = ask(name));
        }

        return answer;
    }
}
