using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Compliance.Cel;

namespace Compliance.Benchmarks;

/// <summary>What one evaluation costs, beside the same condition written in C# over the same objects, in turn in the same run.</summary>
internal static partial class ConditionCosts
{
    private const int Jobs = 64;
    private const int Repetitions = 2_000;

    private static readonly (string Source, Func<BackupJob, bool> Written)[] Conditions =
    [
        ("job.compression == \"zstd\"", job => job.Compression == "zstd"),
        ("job.compression == job.wantedCompression", job => job.Compression == job.WantedCompression),
        ("job.gap <= job.longestGap", job => job.Gap <= job.LongestGap),
        ("job.guestCount > 0", job => job.GuestCount > 0),
        ("job.compression in [\"lzo\", \"gzip\", \"zstd\"]", job => job.Compression is "lzo" or "gzip" or "zstd"),
        (
            "job.isEnabled && job.guestCount > 3 && job.compression == \"zstd\" && job.gap <= job.longestGap",
            job => job.IsEnabled && job.GuestCount > 3 && job.Compression == "zstd" && job.Gap <= job.LongestGap),
        ("job.disks.all(d, d.isIncluded || d.size < 10)", job => job.Disks.All(disk => disk.IsIncluded || disk.Size < 10)),
        ("job.disks.filter(d, !d.isIncluded).size() <= 1", job => job.Disks.Count(disk => !disk.IsIncluded) <= 1),
        ("job.id.startsWith(\"backup-\")", job => job.Id.StartsWith("backup-", StringComparison.Ordinal)),
        ("job.id.matches(\"^backup-[0-9a-f]+-(pbs|local)$\")", job => IdShape().IsMatch(job.Id)),
    ];

    [GeneratedRegex("^backup-[0-9a-f]+-(pbs|local)\\z")]
    private static partial Regex IdShape();

    public static void Report(int rounds)
    {
        var jobs = BackupJob.Some(Jobs);
        var bindings = Array.ConvertAll(jobs, BackupJob.Bind);
        var programs = Array.ConvertAll(Conditions, condition => CelCompiler.Compile(condition.Source, BackupJob.Environment).Program!);
        var samples = Conditions.Select(_ => (Rule: new List<double>(), Written: new List<double>())).ToArray();

        // The first rounds warm up and do not count.
        for (var round = -3; round < rounds; round++)
        {
            for (var i = 0; i < Conditions.Length; i++)
            {
                var (program, written) = (programs[i], Conditions[i].Written);
                var rule = Time(n => program.Evaluate(bindings[n]).AsBool(), out var held);
                var direct = Time(n => written(jobs[n]), out var expected);
                if (held != expected)
                {
                    throw new InvalidOperationException($"{Conditions[i].Source} and its C# disagree.");
                }

                if (round >= 0)
                {
                    samples[i].Rule.Add(rule);
                    samples[i].Written.Add(direct);
                }
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{"one evaluation, ns (medians)",-98} {"rule",8} {"C#",8} {"ratio",8}");
        for (var i = 0; i < Conditions.Length; i++)
        {
            var (rule, direct) = (Median(samples[i].Rule), Median(samples[i].Written));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Conditions[i].Source,-98} {rule,8:0.0} {direct,8:0.0} {rule / direct,8:0.0}"));
        }
    }

    /// <summary>Nanoseconds of one call, over all jobs again and again.</summary>
    private static double Time(Func<int, bool> condition, out int held)
    {
        held = 0;
        var start = Stopwatch.GetTimestamp();
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            for (var n = 0; n < Jobs; n++)
            {
                held += condition(n) ? 1 : 0;
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / ((double)Repetitions * Jobs);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
