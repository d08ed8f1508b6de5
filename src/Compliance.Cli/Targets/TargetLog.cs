using Compliance.Core.Model;
using Compliance.Reporting;

namespace Compliance.Cli.Targets;

/// <summary>
/// What runs of several targets say on stderr: each line begins with its target, lines of one stand together, and two threads never
/// write into one another.
/// </summary>
/// <param name="isQuiet">targets of which there is nothing to say are not mentioned</param>
internal sealed class TargetLog(TextWriter error, bool isQuiet)
{
    private readonly Lock turn = new();

    public void Begin(string name, string origin)
    {
        if (!isQuiet)
        {
            Write(name, [$"reading {origin}"]);
        }
    }

    /// <param name="said">what the run itself said: problems of the policy, warnings</param>
    public void End(OverviewTarget row, string said)
    {
        List<string> lines = [.. said.Split('\n').Where(line => line.Length > 0)];
        if (row.Fault is { } fault)
        {
            lines.Add(row.Assessment is null ? $"could not be assessed: {UntrustedText.Visible(fault)}" : UntrustedText.Visible(fault));
        }

        if (row.Assessment is { } assessment && (!isQuiet || row.ExitCode != ExitCode.Compliant))
        {
            var verdict = assessment.Outcome switch
            {
                Outcome.Compliant => "compliant",
                Outcome.Drift => "drift",
                _ => "could not be judged",
            };
            lines.Add($"{verdict}, exit code {row.ExitCode}");
        }

        Write(row.Name, lines);
    }

    public void Note(string name, string line) => Write(name, [line]);

    private void Write(string name, List<string> lines)
    {
        lock (turn)
        {
            foreach (var line in lines)
            {
                error.WriteLine($"{name}: {line}");
            }
        }
    }
}
