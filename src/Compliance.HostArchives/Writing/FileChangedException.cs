namespace Compliance.HostArchives.Writing;

/// <summary>What was being written is no picture of one moment: begin again. Never leaves this project.</summary>
internal sealed class FileChangedException(string path) : Exception($"{path} changed while the archive was written")
{
    public string Path { get; } = path;
}
