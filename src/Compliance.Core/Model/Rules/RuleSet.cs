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

    /// <summary>Every rule there is, whether it judges or not.</summary>
    public IEnumerable<Rule> All => Rules.Concat(Disabled.Select(off => off.Rule)).Concat(Unasked);
}
