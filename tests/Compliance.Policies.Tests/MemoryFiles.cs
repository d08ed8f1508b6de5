using System.Collections.Immutable;
using System.Text;

namespace Compliance.Policies.Tests;

/// <summary>A policy repository in memory.</summary>
internal sealed class MemoryFiles : IPolicyFiles
{
    private readonly SortedDictionary<string, FileContent> _files = new(StringComparer.Ordinal);

    public MemoryFiles With(string name, string text) => With(name, Encoding.UTF8.GetBytes(text));

    public MemoryFiles With(string name, byte[] bytes)
    {
        _files[name] = FileContent.Of(bytes);
        return this;
    }

    public MemoryFiles WithUnreadable(string name, string why)
    {
        _files[name] = FileContent.Unreadable(why);
        return this;
    }

    public FileContent Read(string name) => _files.TryGetValue(name, out var content) ? content : FileContent.Missing;

    public bool Has(string name) => _files.ContainsKey(name);

    public ImmutableArray<string>? List(string folder)
    {
        ImmutableArray<string> names = [.. _files.Keys.Where(name => name.StartsWith(folder + "/", StringComparison.Ordinal))];
        return names.Length > 0 ? names : null;
    }
}
