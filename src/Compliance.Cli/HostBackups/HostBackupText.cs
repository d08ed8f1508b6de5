using Compliance.HostArchives.Writing;
using Compliance.Reporting;

namespace Compliance.Cli.HostBackups;

/// <summary>What a run did, for people: the archive, what is not in it, what became of the older ones.</summary>
internal static class HostBackupText
{
    public static void Write(HostBackupResult result, Stream stream)
    {
        using var output = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        var files = $"{result.Files} {(result.Files == 1 ? "file" : "files")}, {ByteText.Of(result.ContentBytes)}";
        output.WriteLine(result.IsDryRun
            ? $"would write {UntrustedText.Visible(result.File)}: {files}"
            : $"wrote {UntrustedText.Visible(result.File)}: {files}, {ByteText.Of(result.ArchiveBytes)} compressed; read back and verified");
        output.WriteLine(result.HasDatabase ? "  with a consistent copy of config.db" : "  without config.db: there is none on this host");
        foreach (var skipped in result.Skipped)
        {
            output.WriteLine($"  not in it: {UntrustedText.Visible(skipped)}");
        }

        foreach (var row in result.Retention)
        {
            var fate = row.IsKept ? "keep" : IsLeft(result, row) ? "cannot delete" : result.IsDryRun ? "would delete" : "deleted";
            output.WriteLine($"{fate,-12}  {row.Archive}{(row.Reason.Length == 0 ? "" : $"  {row.Reason}")}");
        }
    }

    private static bool IsLeft(HostBackupResult result, RetentionRow row)
        => result.NotDeleted.Any(left => left.StartsWith(row.Archive.ToString(), StringComparison.Ordinal));
}
