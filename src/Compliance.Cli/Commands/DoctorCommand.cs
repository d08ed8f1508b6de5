using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Proxmox;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>doctor</c>: whether the cluster is reached, what the token sees, which rules are blind, and the line that helps.</summary>
internal sealed class DoctorCommand
{
    private readonly Terminal terminal;
    private readonly ConnectionOptions connection = new();
    private readonly Option<string> policy = PolicyOption.Create();
    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    private DoctorCommand(Terminal terminal) => this.terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var doctor = new DoctorCommand(terminal);
        var command = new Command("doctor", "Try the connection and the token: what it sees, which rules are blind, and what opens their eyes")
        {
            doctor.policy, doctor.noColor,
        };
        foreach (var option in doctor.connection.All)
        {
            command.Add(option);
        }

        command.SetAction(doctor.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        if (!connection.IsGiven(parsed))
        {
            throw new UsageException("no cluster to examine: give --url https://HOST:8006.");
        }

        var options = connection.Read(parsed, terminal);
        if (PolicyInput.Load(parsed.GetRequiredValue(policy), [], terminal)?.ForCheck([]) is not { } input)
        {
            return ExitCode.BadInput;
        }

        var started = terminal.Clock.GetTimestamp();

        // Every list that Proxmox filters silently is looked at, whether or not a rule needs it yet.
        var scope = FactScope.Of(input.Rules.Rules.SelectMany(rule => RuleFacts.Of(rule))) | CollectionScope.Access | CollectionScope.Notifications;
        var seen = await LiveInventory.CollectAsync(options, scope, terminal, cancellation).ConfigureAwait(false);
        var elapsed = terminal.Clock.GetElapsedTime(started);
        var diagnosis = Doctor.Examine(input.Rules, Estate.Build(input.Repository.Policy, input.Repository.Evidence, seen, seen.CollectedAt), options.Token.Id);
        ImmutableArray<(string, string)> facts =
        [
            ("server", $"{string.Join(", ", options.Servers.Select(server => server.GetLeftPart(UriPartial.Authority)))}: {seen.Name}, Proxmox VE {seen.ServerVersion}"),
            ("certificate", $"accepted: {options.Trust}"),
            ("token", $"accepted: {options.Token.Id}"),
            ("reading took", string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:0.0} s")),
        ];
        DiagnosisText.Write(
            facts, diagnosis, new ReportOptions { UseColor = terminal.UseColor && !parsed.GetValue(noColor), Width = terminal.Width }, terminal.Output);

        // As in a check: what decides nothing there makes no failure here. Sizes, for one, only a token sees that could also delete.
        var gated = input.Rules.Rules.Where(rule => rule.Severity == Severity.Error).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
        return diagnosis.BlindRules.Any(gated.Contains) ? ExitCode.CouldNotAssess : ExitCode.Compliant;
    }
}
