using Compliance.HostArchives.Reading;

namespace Compliance.HostArchives.Tests;

/// <summary>A directory of archives that is gone after the test.</summary>
internal sealed class ArchiveFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("host-archives-").FullName;

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public ArchiveFolder With(string name, byte[] bytes, string? modified = null)
    {
        File.WriteAllBytes(PathOf(name), bytes);
        if (modified is not null)
        {
            File.SetLastWriteTimeUtc(PathOf(name), DateTime.Parse(modified, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal));
        }

        return this;
    }

    public HostArchivePlace Read(params string[] paths) => HostArchiveDirectory.Read(Path, paths, HostArchiveDirectory.DefaultBound, CancellationToken.None);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
