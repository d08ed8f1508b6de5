using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The rules of an assessment and the clauses they may cite.</summary>
/// <param name="Rules">those that judge, by id</param>
/// <param name="Clauses">in the runbook's order</param>
public sealed record RuleSet(ImmutableArray<Rule> Rules, ImmutableArray<Clause> Clauses)
{
    /// <summary>Rules that the policy turns off, by id.</summary>
    public ImmutableArray<DisabledRule> Disabled { get; init; } = [];

    /// <summary>Rules that this run leaves out, because others were asked for.</summary>
    public ImmutableArray<Rule> Unasked { get; init; } = [];

    /// <summary>Those that judge every day.</summary>
    public RuleSet ForCheck() => Where(rule => rule.IsChecked);

    /// <summary>Those that must hold before a change to a host.</summary>
    public RuleSet Before(ChangeKind change) => Where(rule => rule.Before.Contains(change));

    private RuleSet Where(Func<Rule, bool> isAsked) => this with
    {
        Rules = [.. Rules.Where(isAsked)],
        Disabled = [.. Disabled.Where(off => isAsked(off.Rule))],
        Unasked = [.. Unasked, .. Rules.Concat(Disabled.Select(off => off.Rule)).Where(rule => !isAsked(rule))],
    };

    /// <summary>Every rule there is, whether it judges or not.</summary>
    public IEnumerable<Rule> All => Rules.Concat(Disabled.Select(off => off.Rule)).Concat(Unasked);
}
