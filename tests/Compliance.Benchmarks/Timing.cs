using System.Diagnostics;
using System.Globalization;

namespace Compliance.Benchmarks;

/// <summary>Wall time of whole processes, run in turn so that a slow moment of the machine hits all of them.</summary>
internal sealed class Timing(string name, string binary, params string[] args)
{
    private readonly List<double> milliseconds = [];

    public double Median => milliseconds.Order().ElementAt(milliseconds.Count / 2);

    /// <summary>Runs all of them so many times, in turn; the first round warms the page cache and does not count.</summary>
    public static void Measure(int rounds, IReadOnlyList<Timing> all)
    {
        for (var round = 0; round <= rounds; round++)
        {
            foreach (var timing in all)
            {
                var elapsed = timing.Run();
                if (round > 0)
                {
                    timing.milliseconds.Add(elapsed);
                }
            }
        }
    }

    public string Row(Timing reference) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-44} {milliseconds.Min(),8:0.0} {Median,8:0.0} {milliseconds.Max(),8:0.0} {Median / reference.Median,8:0.00}");

    private double Run()
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(binary, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        watch.Stop();
        return process.ExitCode is 0 or 1 or 3
            ? watch.Elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"{name} ended with {process.ExitCode}");
    }
}
