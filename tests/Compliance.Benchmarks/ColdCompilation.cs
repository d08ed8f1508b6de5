using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Compliance.Cel;
using Compliance.Core.Facts.Table;
using Compliance.Policies;

namespace Compliance.Benchmarks;

/// <summary>
/// Parsing and checking every expression of the shipped rules: first thing in a fresh process, as every run of the program
/// does it, and again once everything is warm. The YAML of the rules is read before, outside of the measure.
/// </summary>
internal static class ColdCompilation
{
    /// <summary>What a child process is started with.</summary>
    public const string Child = "rules-once";

    public static void Report(int rounds)
    {
        List<double[]> samples = [];
        for (var round = 0; round < rounds; round++)
        {
            samples.Add(StartChild());
        }

        var sources = BuiltInRules.Sources();
        Console.WriteLine($"{$"parse and check {Compile(sources)} expressions of {sources.Length} rules, ms",-58} {"min",8} {"median",8} {"max",8}");
        string[] rows = ["first in a fresh process", "the table of facts they are checked against, before that", "again in the same process"];
        for (var row = 0; row < rows.Length; row++)
        {
            var values = samples.Select(sample => sample[row]).Order().ToList();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows[row],-58} {values[0],8:0.00} {values[values.Count / 2],8:0.00} {values[^1],8:0.00}"));
        }
    }

    public static void RunChild()
    {
        var sources = BuiltInRules.Sources();
        var table = Time(() => sources.Select(source => FactTable.EnvironmentOf(source.For.Value).Variables.Count).Sum());
        var first = Time(() => Compile(sources));
        var again = Enumerable.Range(0, 20).Select(_ => Time(() => Compile(sources))).Order().ElementAt(10);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{first} {table} {again}"));
    }

    private static int Compile(ImmutableArray<RuleSource> rules)
    {
        var count = 0;
        foreach (var rule in rules)
        {
            var environment = FactTable.EnvironmentOf(rule.For.Value);
            foreach (var expression in Expressions(rule))
            {
                count += CelCompiler.Compile(expression, environment).IsSuccess ? 1 : throw new InvalidOperationException(expression);
            }
        }

        return count;
    }

    private static IEnumerable<string> Expressions(RuleSource rule)
    {
        IEnumerable<RuleText?> conditions = [rule.When, rule.Assert, .. rule.Fixes.Select(fix => fix.When)];
        IEnumerable<RuleTemplate?> templates = [rule.Message, rule.Expected, rule.Actual, .. rule.Fixes.Select(fix => fix.Text)];
        return conditions.OfType<RuleText>().Select(text => text.Value)
            .Concat(templates.OfType<RuleTemplate>().SelectMany(template => template.Segments).Where(segment => segment.IsExpression).Select(segment => segment.Text));
    }

    private static double Time(Func<int> action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double[] StartChild()
    {
        var self = Environment.ProcessPath!;
        var start = Path.GetFileNameWithoutExtension(self) == "dotnet"
            ? new ProcessStartInfo(self, [Path.Combine(AppContext.BaseDirectory, "Compliance.Benchmarks.dll"), Child])
            : new ProcessStartInfo(self, [Child]);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. line.Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
    }
}
