using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What the coverage command prints: the clauses, and what judges or judged each.</summary>
/// <param name="Policy">the policy's name, with its version</param>
/// <param name="Runbook">the policy's own runbook file; null when it points at none</param>
/// <param name="Judged">the estate and moment that gave the verdicts; null when nothing was judged</param>
public sealed record CoverageListing(string Policy, string? Runbook, (string Estate, DateTimeOffset AsOf)? Judged, ImmutableArray<ClauseCoverage> Rows)
{
    /// <summary>Why a clause has no verdict; null when it has one, and when nothing was judged although something would.</summary>
    internal string? Reason(ClauseCoverage row) => Judged is null && !row.Rules.IsEmpty && row.Clause.Why is null ? null : CoverageSection.Reason(row);

    /// <summary><c>fail</c>; <c>not checked</c> when a judgement gave none; empty when there was no judgement.</summary>
    internal string Verdict(ClauseCoverage row) => Judged is null ? "" : Words.OfClause(row.Verdict).Replace('-', ' ');

    internal string Sentence
    {
        get
        {
            var covered = Rows.Count(row => !row.Rules.IsEmpty);
            var none = Rows.Count(row => row.Clause.How == ClauseProof.None);
            var open = Rows.Length - covered - Rows.Count(row => row.Rules.IsEmpty && row.Clause.How == ClauseProof.None);
            var sentence = $"{covered} of {Words.Count(Rows.Length, "clause")} have rules, {none} cannot be judged, {open} {(open == 1 ? "has" : "have")} no rule";
            return Judged is null ? sentence : $"{sentence}. {ClauseTally.Of(Rows)}";
        }
    }
}
