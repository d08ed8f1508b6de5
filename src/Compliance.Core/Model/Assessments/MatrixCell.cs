namespace Compliance.Core.Model;

/// <summary>How many verdicts of each kind one tier has under one control.</summary>
public sealed record MatrixCell(int Pass, int Fail, int Unknown)
{
    /// <summary>The worst of them; null when the control judged nothing here.</summary>
    public Verdict? Worst => Fail > 0 ? Verdict.Fail : Unknown > 0 ? Verdict.Unknown : Pass > 0 ? Verdict.Pass : null;
}
