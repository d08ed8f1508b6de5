using Compliance.Cli;
using Compliance.Core.Model;
using Compliance.Proxmox;

namespace Compliance.SampleMonth;

/// <summary>Makes the nights one after the other, and lets the product look at each, with the history of those before.</summary>
public static class MonthOfNights
{
    private static readonly (string Format, string Extension)[] Reports = [("text", "txt"), ("json", "json"), ("md", "md"), ("html", "html")];

    /// <summary>
    /// Leaves the policy and the inventory of the last night and the history up to the night before it, so that anybody can check that night
    /// with a copy of it; and the reports of that check.
    /// </summary>
    /// <param name="script">the file <c>month.yaml</c></param>
    /// <param name="to">folder for <c>policy</c>, <c>inventory.json</c> and <c>history.db</c></param>
    /// <param name="reports">folder for <c>drift.*</c></param>
    /// <param name="whole">file to make, for the history with the last night in it</param>
    public static async Task MakeAsync(string script, string to, string reports, string whole, TextWriter log)
    {
        var month = ScriptReader.Read(script);
        var beside = Path.GetDirectoryName(Path.GetFullPath(script))!;
        var (history, file) = (Path.Combine(to, "history.db"), Path.Combine(to, "inventory.json"));
        Directory.CreateDirectory(to);
        File.Delete(history);
        var policy = PolicyFolder.CopyOf(Path.Combine(beside, month.Policy), Path.Combine(to, "policy"));
        foreach (var (morning, seen) in Nights(month, File.ReadAllBytes(Path.Combine(beside, month.Inventory)), policy))
        {
            await File.WriteAllBytesAsync(file, InventoryFile.Format(seen)).ConfigureAwait(false);
            var isLast = morning == month.Last;
            if (isLast)
            {
                File.Copy(history, whole);
            }

            string[] output = isLast ? [.. Reports.SelectMany(report => (string[])["-o", $"{report.Format}:{Path.Combine(reports, $"drift.{report.Extension}")}"])] : ["-o", "text"];
            var said = await CheckAsync(["check", "--policy", policy.Path, "--inventory", file, "--history", isLast ? whole : history, .. output], month.MomentOf(morning)).ConfigureAwait(false);
            await log.WriteLineAsync($"{morning:yyyy-MM-dd}  {(isLast ? $"wrote {reports}" : said)}").ConfigureAwait(false);
        }
    }

    private static IEnumerable<(DateOnly Morning, Inventory Seen)> Nights(MonthScript month, byte[] recorded, PolicyFolder policy)
    {
        var configured = Begin(recorded, month.Before, policy);
        var (life, reach) = (new BackupLife(), TimeSpan.FromDays(month.TasksReachBack));
        life.Begin(configured.Backups.Single().Points.Value.Where(point => point.IsProtected));
        var after = month.MomentOf(month.JobsRunSince);
        foreach (var morning in month.Mornings)
        {
            var night = month.Nights.FirstOrDefault(one => one.Night == morning) ?? new NightScript { Night = morning };
            var until = month.MomentOf(morning);
            if (night.Changes() is { Count: > 0 } changes)
            {
                configured = InventoryPatch.Apply(InventoryFile.Format(configured), $"the inventory of {morning:yyyy-MM-dd}", changes);
            }

            foreach (var edit in night.Policy)
            {
                policy.Make(edit);
            }

            life.Run(configured, night, after, until);
            yield return (morning, SeenNight.Of(configured, life, night, until, reach));
            after = until;
        }
    }

    private static Inventory Begin(byte[] recorded, NightScript before, PolicyFolder policy)
    {
        foreach (var edit in before.Policy)
        {
            policy.Make(edit);
        }

        return InventoryPatch.Apply(recorded, "the recorded inventory", before.Changes());
    }

    /// <returns>the first line of what went to stdout</returns>
    private static async Task<string> CheckAsync(string[] args, DateTimeOffset at)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal(output, error, IsInteractive: false, UseColor: false, Width: null, new NightClock(at), _ => null);
        var code = await CommandLine.RunAsync(args, terminal).ConfigureAwait(false);
        return code is ExitCode.Compliant or ExitCode.Findings or ExitCode.CouldNotAssess && error.ToString().Split('\n').All(line => line.Length == 0 || line.StartsWith("wrote ", StringComparison.Ordinal))
            ? System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n')[0]
            : throw new InvalidOperationException($"check ended with {code}: {error}");
    }
}
