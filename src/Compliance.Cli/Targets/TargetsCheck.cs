using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli.Targets;

/// <summary><c>check --targets</c>: judges several clusters, some at once, and none at the cost of another.</summary>
internal sealed class TargetsCheck(CheckSettings settings, Terminal terminal)
{
    /// <summary>Reads the file, judges what it lists, and writes reports of all.</summary>
    /// <param name="only">names of those to judge; empty for all</param>
    /// <param name="parallel">how many at once</param>
    /// <param name="history">folder of the histories; null for none</param>
    /// <returns>the highest exit code of all</returns>
    /// <exception cref="UsageException">something given cannot be used</exception>
    public async Task<int> RunAsync(
        string file, IReadOnlyList<string> only, int parallel, string? history, ImmutableArray<TargetOutput> outputs, bool mayUseColor, bool isQuiet, CancellationToken cancellation)
    {
        if (Read(file) is not { } listed)
        {
            return ExitCode.BadInput;
        }

        var chosen = Choose(listed, only, file);
        PrepareHistory(history);
        var at = settings.AsOf ?? Moment.Parse("now", terminal.Clock);
        var log = new TargetLog(terminal.Error, isQuiet);
        var run = new TargetRun(settings, TargetsFile.FolderOf(file), history, at, terminal);
        var judged = await JudgeAsync(chosen, target => run.JudgeAsync(target, log, cancellation), parallel, cancellation).ConfigureAwait(false);
        var reports = new TargetReports(terminal, log, mayUseColor, isQuiet && judged.All(target => target.Row.ExitCode == ExitCode.Compliant));
        judged = reports.WriteEach(judged, outputs);
        var overview = new Overview
        {
            At = at,
            Targets = [.. judged.Select(target => target.Row)],
            NotAsked = [.. listed.Except(chosen).Select(target => target.Name.Value)],
        };
        reports.WriteOverviews(overview, judged, outputs);
        return overview.ExitCode;
    }

    /// <summary>Judges all, so many at once; the results are in the order of the targets.</summary>
    private static async Task<ImmutableArray<JudgedTarget>> JudgeAsync(
        ImmutableArray<ClusterTarget> targets, Func<ClusterTarget, Task<JudgedTarget>> judge, int parallel, CancellationToken cancellation)
    {
        var judged = new JudgedTarget[targets.Length];
        await Parallel.ForAsync(
            0, targets.Length, new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation },
            async (at, _) => judged[at] = await judge(targets[at]).ConfigureAwait(false)).ConfigureAwait(false);
        return [.. judged];
    }

    private ImmutableArray<ClusterTarget>? Read(string file)
    {
        if (!File.Exists(file) && !Directory.Exists(file))
        {
            throw new UsageException($"--targets: there is no file \"{file}\": give the one that lists the clusters (docs/several-clusters.md).");
        }

        var read = TargetsFile.Read(file);
        terminal.Error.Write(ProblemText.Render(read.Problems.Where(problem => problem.Severity != Severity.Info), read.Sources));
        return read.Value.IsDefaultOrEmpty ? null : read.Value;
    }

    private static ImmutableArray<ClusterTarget> Choose(ImmutableArray<ClusterTarget> listed, IReadOnlyList<string> only, string file)
        => only.FirstOrDefault(name => listed.All(target => target.Name.Value != name)) is { } unknown
            ? throw new UsageException($"--target {unknown}: {file} has no such target; it has {string.Join(", ", listed.Select(target => target.Name.Value))}.")
            : [.. listed.Where(target => only.Count == 0 || only.Contains(target.Name.Value, StringComparer.Ordinal))];

    // A file for each target: two clusters may well have one name, and in one file each would seem to put right what the other has.
    private static void PrepareHistory(string? history)
    {
        if (history is null)
        {
            return;
        }

        if (!Directory.Exists(history) && history is not [.., '/'])
        {
            throw new UsageException($"--history {history}: several clusters have a history each; name a folder for them, such as --history history/.");
        }

        try
        {
            Directory.CreateDirectory(history);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--history: cannot make \"{history}\": {fault.Message}");
        }
    }
}
