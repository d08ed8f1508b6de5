using System.CommandLine;

namespace Compliance.Cli.Targets;

/// <summary>The options of <c>check</c> that make it judge several clusters.</summary>
internal sealed class TargetOptions
{
    /// <summary>What the file says of each target, or what is of one cluster only.</summary>
    private static readonly string[] OfOneCluster =
        ["--policy", "--inventory", "--url", "--token-file", "--fingerprint", "--ca", "--timeout", "--pbs-token-file", "--previous", "--baseline", "--notify"];

    private readonly Option<string?> file = new("--targets")
    {
        Description = "judge every cluster that FILE lists; -o FORMAT:FOLDER/ writes a report of each, and index above them",
        HelpName = "FILE",
    };

    private readonly Option<string[]> only = new("--target")
    {
        Description = "of --targets, judge this one only; repeatable",
        Arity = ArgumentArity.OneOrMore,
        HelpName = "NAME",
    };

    private readonly Option<int> parallel = new("--parallel")
    {
        Description = "of --targets, judge so many at once",
        DefaultValueFactory = _ => 4,
        HelpName = "N",
    };

    public void AddTo(Command command)
    {
        command.Add(file);
        command.Add(only);
        command.Add(parallel);
    }

    /// <summary>The file, the only targets asked for (empty for all) and how many at once; null without <c>--targets</c>.</summary>
    /// <exception cref="UsageException">they do not go together with what else is given</exception>
    public (string File, IReadOnlyList<string> Only, int Parallel)? Read(ParseResult parsed)
    {
        if (parsed.GetValue(file) is not { } path)
        {
            return IsGiven(parsed, only) || IsGiven(parsed, parallel)
                ? throw new UsageException("--target and --parallel choose from a file of targets: give --targets FILE, too.")
                : null;
        }

        if (parsed.CommandResult.Command.Options.FirstOrDefault(option => OfOneCluster.Contains(option.Name) && IsGiven(parsed, option)) is { } alone)
        {
            throw new UsageException($"{alone.Name} is of a check of one cluster: with --targets, {path} says how each is reached and judged (docs/several-clusters.md).");
        }

        return parsed.GetValue(parallel) is var most and >= 1 and <= 64
            ? (path, parsed.GetValue(only) ?? [], most)
            : throw new UsageException($"--parallel {parsed.GetValue(parallel)} is not between 1 and 64.");
    }

    private static bool IsGiven(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
