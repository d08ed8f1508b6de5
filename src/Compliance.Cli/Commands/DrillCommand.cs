using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Compliance.Core.Drills;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Policies;
using Compliance.Proxmox;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>drill</c>: which restore tests are due, how to make them, and the record to fill in. It restores nothing itself.</summary>
internal sealed class DrillCommand
{
    /// <summary>What the plan is made from: guests with their volumes, restore points with what tells that they are whole, the disks under storages, and restore tasks.</summary>
    private const CollectionScope Scope = CollectionScope.GuestConfigs | CollectionScope.IncludedVolumes | CollectionScope.VzdumpDefaults
        | CollectionScope.Backups | CollectionScope.BackupSizes | CollectionScope.Disks | CollectionScope.RunLogs;

    private readonly Terminal terminal;
    private readonly InventoryInput inventory = new("plan for");
    private readonly Option<string> policy = PolicyOption.Create();
    private readonly Option<string[]> output = OutputTarget.Option(DrillFormats.Names);
    private readonly Option<int?> tier = new("--tier") { Description = "plan for this tier only, such as 1" };
    private readonly Option<string?> guest = new("--guest") { Description = "restore this guest, by id or vmid such as qemu/110 or 110, whether a test is due or not" };

    private readonly Option<int> vmIdFrom = new("--vmid-from")
    {
        Description = $"the first vmid that a copy may have (default: {DrillRequest.DefaultVmIdFrom})",
        DefaultValueFactory = _ => DrillRequest.DefaultVmIdFrom,
    };

    private readonly Option<string?> within = new("--within") { Description = "a test that falls due within this time counts as due, such as 7d (default: 14d)" };
    private readonly Option<bool> write = new("--write") { Description = "write the records to fill in to the policy's folder of evidence; never over a file" };

    private readonly Option<string?> asOf = new("--as-of")
    {
        Description = "plan as of this moment, such as 2026-11-23T06:00:00Z, or now (default: now)",
    };

    private DrillCommand(Terminal terminal) => this.terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var drill = new DrillCommand(terminal);
        var command = new Command("drill", "Plan the restore tests that are due: guest, restore point, commands, and the record to fill in (exit codes: 0 none due, 1 due, 3 could not tell)")
        {
            drill.policy, drill.tier, drill.guest, drill.vmIdFrom, drill.within, drill.write, drill.output, drill.asOf,
        };
        drill.inventory.AddCurrentTo(command);
        command.SetAction(drill.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var targets = OutputTarget.ParseAll(parsed.GetValue(output), DrillFormats.Names);
        var moment = Moment.Parse(parsed.GetValue(asOf) ?? "now", terminal.Clock);
        var request = new DrillRequest(parsed.GetValue(tier), null, VmIdFrom(parsed), Within(parsed));
        if (PolicyInput.Load(parsed.GetRequiredValue(policy), [], terminal) is not { } input)
        {
            return ExitCode.BadInput;
        }

        CheckTier(request.Tier, input.Repository.Policy);
        var seen = await inventory.ReadAsync(parsed, Scope, terminal, cancellation).ConfigureAwait(false);
        var estate = Estate.Build(input.Repository.Policy, input.Repository.Evidence, seen, moment);
        request = request with { Guest = GuestOf(parsed.GetValue(guest), request.Tier, estate) };
        var plan = DrillPlanner.Plan(estate, request, input.Repository.Digest, InventoryFile.DigestOf(seen));
        var forms = Forms(plan, input.Repository.Policy.Locations.Evidence.Value, parsed.GetRequiredValue(policy), parsed.GetValue(write));
        OutputTarget.Write(targets, terminal, mayUseColor: true, (format, options, stream) => DrillFormats.Find(format, options)!.Render(plan, forms, stream));
        return plan.Outcome switch
        {
            DrillOutcome.NothingDue => ExitCode.Compliant,
            DrillOutcome.Due => ExitCode.Findings,
            _ => ExitCode.CouldNotAssess,
        };
    }

    private ImmutableArray<EvidenceForm> Forms(DrillPlan plan, string folder, string policyPath, bool isToWrite)
    {
        ImmutableArray<EvidenceForm> forms = [.. plan.Tiers.Select(planned => RestoreTestForm.Of(planned, plan, folder)).OfType<EvidenceForm>()];
        if (!isToWrite)
        {
            return forms;
        }

        var written = EvidenceFormFiles.Write(forms, policyPath);
        written.ForEach(file => terminal.Error.WriteLine($"wrote {file}"));
        return [.. forms.Select(form => form with { IsWritten = true })];
    }

    private int VmIdFrom(ParseResult parsed) => parsed.GetValue(vmIdFrom) is var from and >= 100 and <= 999_999_999
        ? from
        : throw new UsageException($"--vmid-from {parsed.GetValue(vmIdFrom)}: a vmid is between 100 and 999999999.");

    private TimeSpan Within(ParseResult parsed) => parsed.GetValue(within) switch
    {
        null => DrillRequest.DefaultWithin,
        { } text => Durations.Parse(text) ?? throw new UsageException($"--within \"{text}\" is no duration: write a number with its unit, such as 12h or 7d."),
    };

    private static void CheckTier(int? wanted, Policy declared)
    {
        if (wanted is { } level && declared.Tiers.All(one => one.Level.Value != level))
        {
            throw new UsageException($"--tier {level}: the policy has no such tier; it has {string.Join(", ", declared.Tiers.Select(one => one.Level.Value))}.");
        }
    }

    // A guest that nobody sees cannot be planned for, and one in another tier would be recorded for the wrong one.
    private static string? GuestOf(string? named, int? tier, Estate estate)
    {
        if (named is null)
        {
            return null;
        }

        var found = estate.Guests.FirstOrDefault(one => one.Id == named || one.State.VmId.ToString(CultureInfo.InvariantCulture) == named)
            ?? throw new UsageException($"--guest {named}: {estate.Inventory.Name} shows no such guest; name one by id or vmid, such as qemu/110 or 110.");
        return found.TierLevel is { } level && (tier is null || tier == level)
            ? found.Id
            : throw new UsageException($"--guest {named}: it is {(found.TierLevel is { } other ? $"in tier {other}" : "seen in no tier")}; a restore test speaks for the tier of its guest.");
    }
}
