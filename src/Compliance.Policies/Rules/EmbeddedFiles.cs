using System.Collections.Immutable;

namespace Compliance.Policies;

/// <summary>The folder <c>rules</c> of this project as embedded in the program. Names begin with <c>built-in:</c>.</summary>
internal sealed class EmbeddedFiles : IPolicyFiles
{
    public const string Prefix = "built-in:";

    public FileContent Read(string name)
    {
        using var stream = typeof(EmbeddedFiles).Assembly.GetManifestResourceStream(name[Prefix.Length..]);
        if (stream is null)
        {
            return FileContent.Missing;
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FileContent.Of(bytes);
    }

    public bool Has(string name) => !Read(name).IsMissing;

    public ImmutableArray<string>? List(string folder)
    {
        var start = folder[Prefix.Length..] + "/";
        return
        [
            .. typeof(EmbeddedFiles).Assembly.GetManifestResourceNames()
                .Select(name => name.Replace('\\', '/'))
                .Where(name => name.StartsWith(start, StringComparison.Ordinal))
                .Select(name => Prefix + name)
                .Order(StringComparer.Ordinal),
        ];
    }
}
