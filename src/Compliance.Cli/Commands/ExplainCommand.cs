using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Cel;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Rules;
using Compliance.Policies;
using Compliance.Proxmox;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary>
/// <c>explain</c>: what a rule demands, why, what it reads, which clause it proves; of one subject, how the verdict came about.
/// </summary>
internal sealed class ExplainCommand
{
    /// <summary>A shorter beginning of a fingerprint would be a word somebody mistyped.</summary>
    private const int ShortestFingerprint = 6;

    private const string DefaultInventory = "inventory.json";

    private readonly Terminal terminal;

    private readonly Argument<string> what = new("WHAT")
    {
        Description = "a rule such as BKP104, its fault's name, a problem code such as POL012, the fingerprint of a finding, or the word tier",
        HelpName = "WHAT",
    };

    private readonly Argument<string?> subject = new("SUBJECT")
    {
        Description = "a subject such as qemu/101: why the rule says what it says of it; after the word tier its number: which restore points it yields",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> policy = PolicyOption.CreateOptional();

    private readonly Option<string?> inventory = new("--inventory")
    {
        Description = $"for a subject or a finding: the inventory it is judged by (default: {DefaultInventory})",
    };

    private readonly PreviousInput previous = new();
    private readonly Option<string?> phase = WhatIf.Option("for a subject or a finding");
    private readonly Option<string?> asOf = Moment.Option();
    private readonly Option<string> output = new("--output", "-o") { Description = "of a tier: text or json", DefaultValueFactory = _ => "text" };
    private readonly Option<bool> noColor = new("--no-color") { Description = "no colours (also: NO_COLOR)" };

    private ExplainCommand(Terminal terminal)
    {
        this.terminal = terminal;
        what.CompletionSources.Add(context => Candidates.RulesAndProblems(context.ParseResult.GetValue(policy)));
        output.AcceptOnlyFromAmong("text", "json");
    }

    public static Command Create(Terminal terminal)
    {
        var explain = new ExplainCommand(terminal);
        var command = new Command("explain", "Explain a rule, a problem code, how a rule came to its verdict on a subject, or what a tier yields; no network")
        {
            explain.what, explain.subject, explain.policy, explain.inventory, explain.previous.Option, explain.phase, explain.asOf, explain.output,
            explain.noColor,
        };
        command.SetAction(explain.RunAsync);
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var wanted = parsed.GetRequiredValue(what);
        var isJson = parsed.GetRequiredValue(output) == "json";
        if (wanted == TierExplainer.Word)
        {
            var from = Moment.Parse(parsed.GetValue(asOf) ?? "now", terminal.Clock);
            return TierExplainer.Run(parsed.GetValue(subject), parsed.GetValue(policy), isJson, from, terminal);
        }

        if (isJson)
        {
            throw new UsageException("explain writes json of a tier only: pve-compliance explain tier 0 -o json");
        }

        var isFingerprint = wanted.Length >= ShortestFingerprint && wanted.All(char.IsAsciiHexDigit);
        if (isFingerprint || parsed.GetValue(subject) is not null)
        {
            return await ExplainFindingAsync(parsed, wanted, isFingerprint, cancellation).ConfigureAwait(false);
        }

        if (ProblemCodes.Find(wanted) is { } code)
        {
            using var writer = terminal.Writer();
            writer.WriteLine($"{code.Code} {code.Title} ({code.Severity.ToString().ToLowerInvariant()})\n\n{code.Explanation}");
            return ExitCode.Compliant;
        }

        if (PolicyInput.LoadRules(parsed.GetValue(policy), terminal) is not { } rules)
        {
            return ExitCode.BadInput;
        }

        var rule = FindRule(rules, wanted);
        RuleExplanation.Write(rule, rules.Disabled.FirstOrDefault(off => off.Rule == rule), rules.Clauses, Options(parsed), terminal.Output);
        return ExitCode.Compliant;
    }

    private async Task<int> ExplainFindingAsync(ParseResult parsed, string wanted, bool isFingerprint, CancellationToken cancellation)
    {
        var moment = parsed.GetValue(asOf) is { } text ? Moment.Parse(text, terminal.Clock) : (DateTimeOffset?)null;
        if (PolicyInput.Load(parsed.GetValue(policy) ?? ".", [], terminal) is not { } input)
        {
            return ExitCode.BadInput;
        }

        // A rule that the policy turns off can be explained all the same.
        var rules = isFingerprint ? input.Rules : input.Rules with { Rules = [FindRule(input.Rules, wanted)] };
        var file = parsed.GetValue(inventory) ?? (File.Exists(DefaultInventory)
            ? DefaultInventory
            : throw new UsageException($"a verdict is explained by an inventory: give --inventory FILE (there is no {DefaultInventory} here)."));
        var seen = await new InventoryFile(file).CollectAsync(CollectionScope.Everything, cancellation).ConfigureAwait(false);
        var earlier = await previous.ReadAsync(parsed, seen, CollectionScope.Everything, cancellation).ConfigureAwait(false);
        var judged = WhatIf.In(input.Repository.Policy, parsed.GetValue(phase));
        seen = await HostArchiveInput.ForAsync(seen, rules, judged, BackupServerInput.Offline, cancellation).ConfigureAwait(false);
        var results = RuleEngine.Evaluate(rules, Estate.Build(judged, input.Repository.Evidence, seen, moment ?? seen.CollectedAt, earlier));
        var chosen = isFingerprint ? ByFingerprint(results, wanted) : BySubject(results, wanted, parsed.GetValue(subject)!);
        FindingExplanation.Write(chosen, Options(parsed), terminal.Output);
        return ExitCode.Compliant;
    }

    private static ImmutableArray<RuleResult> ByFingerprint(ImmutableArray<RuleResult> results, string fingerprint)
    {
        var found = FindingSearch.ByFingerprint(results, fingerprint);
        return found.Length switch
        {
            0 => throw new UsageException($"no finding has the fingerprint {fingerprint}: it may be resolved, or of another policy or inventory."),
            1 => found,
            _ => throw new UsageException($"{found.Length} findings have fingerprints that begin with {fingerprint}; give more of it."),
        };
    }

    private static ImmutableArray<RuleResult> BySubject(ImmutableArray<RuleResult> results, string rule, string subject)
    {
        var found = results.Where(result => IsMeant(result.Subject, subject)).ToImmutableArray();
        if (!found.IsEmpty)
        {
            return found;
        }

        var ids = results.Select(result => result.Subject.Id).Distinct(StringComparer.Ordinal).ToList();
        var nearest = ids.OrderBy(id => EditDistance.Between(id, subject)).ThenBy(id => id, StringComparer.Ordinal).Take(3);
        throw new UsageException(ids.Count == 0
            ? $"{rule} has no subject at all in this inventory."
            : $"\"{subject}\" is no subject of {rule}; it has {string.Join(", ", nearest)}{(ids.Count > 3 ? $" and {ids.Count - 3} more" : "")}.");
    }

    // The id; or what people call it: the name of a guest, the number of a guest, the id of a job.
    private static bool IsMeant(Subject subject, string wanted)
        => subject.Id == wanted || subject.Name == wanted || subject.Id.EndsWith($"/{wanted}", StringComparison.Ordinal);

    private static Rule FindRule(RuleSet rules, string wanted)
    {
        var all = rules.Rules.Concat(rules.Disabled.Select(off => off.Rule)).ToList();
        if (all.Find(rule => string.Equals(rule.Id, wanted, StringComparison.OrdinalIgnoreCase) || rule.Fault == wanted) is { } found)
        {
            return found;
        }

        var near = Nearest.To(wanted, all.SelectMany(rule => new[] { rule.Id, rule.Fault }).Concat(ProblemCodes.All.Select(code => code.Code)));
        throw new UsageException(
            $"there is no rule and no problem code \"{wanted}\"; {(near is null ? "pve-compliance rules lists the rules." : $"did you mean \"{near}\"?")}");
    }

    private ReportOptions Options(ParseResult parsed) => new() { UseColor = terminal.UseColor && !parsed.GetValue(noColor), Width = terminal.Width };
}
