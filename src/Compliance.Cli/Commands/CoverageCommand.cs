using System.CommandLine;
using System.Text;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Rules;
using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>coverage</c>: the runbook, clause by clause, with the rules that judge each; with an inventory or a cluster, their verdict too.</summary>
internal sealed class CoverageCommand
{
    private readonly Terminal terminal;
    private readonly InventoryInput inventory = new();
    private readonly Option<string> policy = PolicyOption.Create();
    private readonly Option<string[]> output = OutputTarget.Option(CoverageFormats.Names);
    private readonly Option<string?> asOf = Moment.Option();

    private readonly Option<bool> accept = new("--accept-runbook")
    {
        Description = "write the lock beside the policy's runbook: it was read, and the policy agrees with it as it is now",
    };

    private CoverageCommand(Terminal terminal) => this.terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var coverage = new CoverageCommand(terminal);
        var command = new Command("coverage", "Trace the runbook: each clause, where it stands, which rules judge it, and their verdict when something is given to judge")
        {
            coverage.policy, coverage.output, coverage.asOf, coverage.accept,
        };
        coverage.inventory.AddTo(command);
        command.SetAction(coverage.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (parsed.GetValue(accept))
        {
            return Accept(parsed.GetRequiredValue(policy));
        }

        var targets = OutputTarget.ParseAll(parsed.GetValue(output), CoverageFormats.Names);
        var moment = parsed.GetValue(asOf) is { } text ? Moment.Parse(text, terminal.Clock) : (DateTimeOffset?)null;
        if (PolicyInput.Load(parsed.GetRequiredValue(policy), [], terminal)?.ForCheck([]) is not { } input)
        {
            return ExitCode.BadInput;
        }

        var listing = await ListAsync(input, parsed, moment, cancellation).ConfigureAwait(false);
        OutputTarget.Write(targets, terminal, mayUseColor: true, (format, options, stream) => CoverageFormats.Find(format, options)!.Render(listing, stream));
        return ExitCode.Compliant;
    }

    private async Task<CoverageListing> ListAsync(PolicyInput input, ParseResult parsed, DateTimeOffset? moment, CancellationToken cancellation)
    {
        var stated = input.Repository.Policy;
        var name = stated.Version is { } version ? $"{stated.Name.Value} {version.Value}" : stated.Name.Value;
        if (!inventory.IsGiven(parsed))
        {
            return new CoverageListing(name, stated.Runbook?.Value, null, CoverageMatrix.Of(input.Rules));
        }

        var scope = InventoryInput.ScopeOf(input.Rules, input.Repository.Policy);
        var seen = await inventory.ReadAsync(parsed, input.Rules, input.Repository.Policy, terminal, cancellation).ConfigureAwait(false);
        var previous = await inventory.PreviousAsync(parsed, seen, scope, cancellation).ConfigureAwait(false);
        var estate = Estate.Build(stated, input.Repository.Evidence, seen, moment ?? seen.CollectedAt, previous);
        var results = RuleEngine.Evaluate(input.Rules, estate);
        return new CoverageListing(name, stated.Runbook?.Value, (seen.Name, estate.AsOf), CoverageMatrix.Of(input.Rules, results, estate));
    }

    // Only this writes into a policy repository, and only when it is told to: what was read there is what a person has just confirmed.
    private int Accept(string path)
    {
        if (RunbookAcceptance.Of(path) is not { } acceptance)
        {
            throw new UsageException("--accept-runbook: the policy points at no runbook that can be read; write runbook: FILE into it, and see pve-compliance lint.");
        }

        OutputFile.Write(acceptance.File, stream => stream.Write(Encoding.UTF8.GetBytes(acceptance.Text)));
        terminal.Error.WriteLine($"wrote {acceptance.File}");
        return ExitCode.Compliant;
    }
}
