namespace Compliance.Cel;

/// <summary>A sub-expression that was evaluated, with what it gave. What was not needed is not there.</summary>
/// <param name="Start">offset into the source in UTF-16 units</param>
/// <param name="Parts">in the order of evaluation</param>
public sealed record CelTrace(int Start, int Length, string Text, CelValue Value, IReadOnlyList<CelTrace> Parts);
