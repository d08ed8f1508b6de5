using System.CommandLine;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;
using Compliance.Proxmox;

namespace Compliance.Cli.Commands;

/// <summary><c>baseline</c>: accepts today's findings, so that <c>check --baseline</c> can tell what is new.</summary>
internal static class BaselineCommand
{
    public static Command Create(Terminal terminal)
    {
        var inventory = new InventoryInput();
        var policy = PolicyOption.Create();
        var output = new Option<string>("--output", "-o") { Description = "file to write, or - for stdout", DefaultValueFactory = _ => "baseline.json" };
        var asOf = Moment.Option();
        var command = new Command("baseline", "Accept today's findings: check --baseline then fails on new ones only") { policy, output, asOf };
        inventory.AddTo(command);

        command.SetAction(async (parsed, cancellation) =>
        {
            var moment = parsed.GetValue(asOf) is { } text ? Moment.Parse(text, terminal.Clock) : (DateTimeOffset?)null;
            if (PolicyInput.Load(parsed.GetRequiredValue(policy), [], terminal)?.ForCheck([]) is not { } input)
            {
                return ExitCode.BadInput;
            }

            var scope = InventoryInput.ScopeOf(input.Rules, input.Repository.Policy);
            var seen = await inventory.ReadAsync(parsed, input.Rules, input.Repository.Policy, terminal, cancellation).ConfigureAwait(false);
            var previous = await inventory.PreviousAsync(parsed, seen, scope, cancellation).ConfigureAwait(false);
            var estate = Estate.Build(input.Repository.Policy, input.Repository.Evidence, seen, moment ?? seen.CollectedAt, previous);
            var assessment = Assessor.Assess(
                input.Rules, estate, RuleEngine.Evaluate(input.Rules, estate), Severity.Info, input.Repository.Digest, InventoryFile.DigestOf(seen),
                new Accepted(input.Repository.Waivers, null));
            Write(Baseline.Of(assessment), parsed.GetRequiredValue(output), terminal);
            return ExitCode.Compliant;
        });
        return command;
    }

    private static void Write(Baseline baseline, string file, Terminal terminal)
    {
        if (file == "-")
        {
            BaselineFile.Write(baseline, terminal.Output);
            return;
        }

        OutputFile.Write(file, stream => BaselineFile.Write(baseline, stream));
        var unknown = baseline.Findings.Count(entry => entry.Verdict == Verdict.Unknown);
        var count = baseline.Findings.Length;
        terminal.Error.WriteLine(
            $"wrote {file}: {count} {(count == 1 ? "finding" : "findings")}"
            + (unknown == 0 ? "" : $", {unknown} of them could not be judged and still make exit code 3"));
    }
}
