using System.CommandLine;
using System.Globalization;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Proxmox;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>ready</c>: the gate before somebody touches a host. GO, NO-GO or UNKNOWN.</summary>
internal sealed class ReadyCommand
{
    private readonly Terminal terminal;
    private readonly InventoryInput inventory = new();
    private readonly Option<string> policy = PolicyOption.Create();
    private readonly Option<string[]> output = OutputTarget.Option(ReadinessFormats.Names);
    private readonly Option<string> change = Gate.Option();

    private readonly Option<string?> node = new("--node") { Description = "only this node is changed; what concerns the others alone is left out" };

    private readonly Option<string?> maxAge = new("--max-age")
    {
        Description = "how old the inventory and the newest archive of a host's configuration may be, such as 90m or 4h (default: 4h)",
    };

    private readonly Option<string?> asOf = new("--as-of")
    {
        Description = "judge as of this moment, such as 2026-11-23T06:00:00Z, or now (default: now)",
    };

    private ReadyCommand(Terminal terminal) => this.terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var ready = new ReadyCommand(terminal);
        var command = new Command("ready", "Say whether a host may be touched: GO, NO-GO or UNKNOWN, before an upgrade, a network change or a storage change")
        {
            ready.change, ready.node, ready.maxAge, ready.policy, ready.output, ready.asOf,
        };
        ready.inventory.AddTo(command);
        command.SetAction(ready.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var targets = OutputTarget.ParseAll(parsed.GetValue(output), ReadinessFormats.Names);
        var given = parsed.GetValue(asOf) is { } text ? Moment.Parse(text, terminal.Clock) : (DateTimeOffset?)null;
        var request = new ReadinessRequest(Gate.Of(parsed.GetRequiredValue(change)), parsed.GetValue(node), MaxAge(parsed));
        if (PolicyInput.Load(parsed.GetRequiredValue(policy), [], terminal) is not { } input)
        {
            return ExitCode.BadInput;
        }

        var declared = input.Repository.Policy;
        var scope = InventoryInput.ScopeOf(input.Rules.Before(request.Change), declared);
        var asked = input.Rules.Before(request.Change);
        var seen = await inventory.ReadAsync(parsed, asked, declared, terminal, cancellation).ConfigureAwait(false);
        CheckNode(request.Node, seen);
        var previous = await inventory.PreviousAsync(parsed, seen, InventoryInput.ScopeOf(asked, declared), cancellation).ConfigureAwait(false);
        var estate = Estate.Build(declared, input.Repository.Evidence, seen, given ?? Now(), previous, request);
        var readiness = ReadinessAssessor.Assess(
            input.Rules, estate, request, input.Repository.Digest, InventoryFile.DigestOf(seen), input.Repository.Waivers);
        OutputTarget.Write(targets, terminal, mayUseColor: true, (format, options, stream) => ReadinessFormats.Find(format, options)!.Render(readiness, stream));
        return readiness.Outcome switch
        {
            ReadinessOutcome.Go => ExitCode.Compliant,
            ReadinessOutcome.NoGo => ExitCode.Findings,
            _ => ExitCode.CouldNotAssess,
        };
    }

    private DateTimeOffset Now() => Moment.Parse("now", terminal.Clock);

    private TimeSpan MaxAge(ParseResult parsed) => parsed.GetValue(maxAge) switch
    {
        null => ReadinessRequest.DefaultMaxAge,
        { } text => Durations.Parse(text) is { } age && age > TimeSpan.Zero
            ? age
            : throw new UsageException($"--max-age \"{text}\" is no duration: write a number with its unit, such as 90m, 4h or 1d."),
    };

    private static void CheckNode(string? wanted, Inventory seen)
    {
        if (wanted is null || seen.Nodes.Rows.Any(row => row.Name == wanted))
        {
            return;
        }

        throw new UsageException(string.Create(
            CultureInfo.InvariantCulture,
            $"--node {wanted}: {seen.Name} has no such node; it has {string.Join(", ", seen.Nodes.Rows.Select(row => row.Name))}."));
    }
}
