namespace Compliance.History.Tests;

/// <summary>A folder of a test's own, with the name of a history in it.</summary>
internal sealed class HistoryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("history-");

    public string File => Path.Combine(folder.FullName, "history.db");

    public string PathOf(string name) => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
