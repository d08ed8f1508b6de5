using System.Collections.Immutable;
using Compliance.Core.Assessments;

namespace Compliance.Reporting.Tests;

/// <summary>Overviews made by hand.</summary>
internal static class OverviewSample
{
    public static readonly ImmutableArray<string> Names = ["mixed", "compliant", "unassessed", "part", "hostile", "many"];

    public static Overview Named(string name) => name switch
    {
        "mixed" => Mixed,
        "compliant" => Of(Target("north", CompliantSample.Assessment, 0), Target("south", WithHistory(CompliantSample.Assessment), 0)),
        "unassessed" => Of(Lost("north", "https://pve1:8006 refused the connection; is it the right port?"), Lost("south", "token-file: cannot read \"south.token\"") with { ExitCode = 2 }),
        "part" => Of(Target("north", CompliantSample.Assessment, 0)) with { NotAsked = ["south", "island"] },
        "hostile" => Of([.. HostileSample.Names.Select((text, at) => (at % 2 == 0 ? Lost("gone", text) : Target("here", HostileSample.Assessment, 1) with { Fault = text }) with { Name = $"t{at}" })]),
        "many" => Of([.. Enumerable.Range(0, 400).Select(at => Target($"cluster-{at}", at % 3 == 0 ? RichSample.Assessment : CompliantSample.Assessment, at % 3 == 0 ? 1 : 0))]),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static string Render(string format, string name)
    {
        using var stream = new MemoryStream();
        OverviewFormats.Find(format, new ReportOptions { Width = 120 })!.Render(Named(name), stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Overview Mixed { get; } = Of(
        Target("north", WithHistory(RichSample.Assessment), 1),
        Target("south", CompliantSample.Assessment, 0),
        Target("west", EdgeSamples.Unjudged, 3),
        Lost("east", "https://pve1.east:8006 did not answer within 60 s; is the cluster up?"),
        Target("island", CompliantSample.Assessment with { Estate = Sample.Estate with { CollectedAt = Sample.AsOf.AddDays(-40) } }, 3) with
        {
            Fault = "island.json was collected 40 days before this run, and max-age is 7d: it proves nothing of today. Collect it again.",
        });

    private static Overview Of(params OverviewTarget[] targets) => new() { At = Sample.AsOf, Targets = [.. targets] };

    private static OverviewTarget Target(string name, Assessment assessment, int exitCode) => new(name, assessment, null, exitCode) { Report = $"{name}.html" };

    private static OverviewTarget Lost(string name, string fault) => new(name, null, fault, 3);

    private static Assessment WithHistory(Assessment now)
    {
        static HistoryRun Kept(Assessment assessment, int id, int day)
            => RunRecord.Of(assessment with { AsOf = Sample.AsOf.AddDays(day) }, [], Severity.Error, 1, "1.0.0", new RunDurations(TimeSpan.Zero, TimeSpan.Zero)) with { Id = id };
        var (before, after) = (Kept(now with { Findings = [.. now.Findings.Skip(2)] }, 1, -1), Kept(now, 2, 0));
        var series = new RunSeries(now.Estate.Name, now.Policy.Name, LedgerMemory.Empty, [before, after]);
        return LedgerMarks.On(now, series, DriftLedger.Of(series, after));
    }
}
