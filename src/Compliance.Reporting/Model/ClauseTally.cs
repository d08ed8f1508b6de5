using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>How many clauses of the runbook came to which verdict.</summary>
internal sealed record ClauseTally(int Pass, int Fail, int Unknown, int NotChecked)
{
    public int All => Pass + Fail + Unknown + NotChecked;

    public int Judged => Pass + Fail + Unknown;

    public static ClauseTally Of(ImmutableArray<ClauseCoverage> coverage)
    {
        var pass = coverage.Count(row => row.Verdict is Verdict.Pass);
        var fail = coverage.Count(row => row.Verdict is Verdict.Fail);
        var unknown = coverage.Count(row => row.Verdict is Verdict.Unknown);
        return new ClauseTally(pass, fail, unknown, coverage.Length - pass - fail - unknown);
    }

    public override string ToString() => All == 0 ? "No clause of the runbook was checked" : string.Create(
        CultureInfo.InvariantCulture,
        $"{Judged} of {Words.Count(All, "clause")} of the runbook were checked: {Pass} pass, {Fail} fail, {Unknown} unknown; {NotChecked} not checked");
}
