using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Policies;

namespace Compliance.Cli;

/// <summary>A policy repository and its rules, without errors.</summary>
internal sealed record PolicyInput(PolicyRepository Repository, RuleSet Rules)
{
    /// <summary>Loads both; writes every problem to stderr, and gives null when one of them is an error.</summary>
    /// <param name="only">ids of the only rules to use; empty for all</param>
    public static PolicyInput? Load(string path, IReadOnlyList<string> only, Terminal terminal)
    {
        var read = PolicyFiles.Read(path);
        Say(read, terminal);
        return read is { HasErrors: false, Repository: { } repository, Rules: { } rules }
            ? new PolicyInput(repository, Only(rules, only))
            : null;
    }

    private static void Say(PolicyFiles read, Terminal terminal)
    {
        if (terminal.Log is not { Form: not Logging.LogForm.People } log)
        {
            terminal.Error.Write(ProblemText.Render(read.WithoutNotes, read.Sources));
            return;
        }

        foreach (var problem in read.WithoutNotes)
        {
            var (text, place) = (problem.Fix is null ? problem.Message : $"{problem.Message}. {problem.Fix}", problem.Place);
            if (problem.Severity == Severity.Error)
            {
                log.Error(text, ("code", problem.Code), ("file", place.File), ("line", place.Line), ("column", place.Column));
            }
            else
            {
                log.Warning(text, ("code", problem.Code), ("file", place.File), ("line", place.Line), ("column", place.Column));
            }
        }
    }

    /// <summary>With the rules of <c>check</c>: what must hold before a change only is left to <c>ready</c>.</summary>
    /// <exception cref="UsageException">a rule was asked for that <c>check</c> never judges by</exception>
    public PolicyInput ForCheck(IReadOnlyList<string> only)
        => Rules.Rules.FirstOrDefault(rule => !rule.IsChecked && only.Contains(rule.Id, StringComparer.Ordinal)) is { } later
            ? throw new UsageException($"--rule {later.Id}: it is judged before a change only; pve-compliance ready --for {Gate.WordOf(later.Before[0])} judges it.")
            : this with { Rules = Rules.ForCheck() };

    /// <summary>The built-in rules, and those of a repository when one is given; null after writing its problems.</summary>
    public static RuleSet? LoadRules(string? path, Terminal terminal)
        => path is null ? RuleSetLoader.BuiltIn : Load(path, [], terminal)?.Rules;

    private static RuleSet Only(RuleSet rules, IReadOnlyList<string> only)
    {
        foreach (var id in only.Where(id => !rules.Rules.Any(r => r.Id == id)))
        {
            throw rules.Disabled.FirstOrDefault(off => off.Rule.Id == id) is { } off
                ? new UsageException($"--rule {id}: the policy turns it off ({off.Place}): {off.Reason}")
                : new UsageException($"--rule {id}: there is no such rule; pve-compliance rules lists them.");
        }

        return only.Count == 0 ? rules : rules with
        {
            Rules = [.. rules.Rules.Where(r => only.Contains(r.Id, StringComparer.Ordinal))],
            Disabled = [],
            Unasked = [.. rules.All.Where(r => !only.Contains(r.Id, StringComparer.Ordinal))],
        };
    }
}
