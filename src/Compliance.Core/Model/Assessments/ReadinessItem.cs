using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One thing that must hold before the change: a rule of the gate.</summary>
/// <param name="Title">what holds when it passes</param>
/// <param name="Verdict">the worst of its subjects that nobody waived; null when it applies to none of them</param>
/// <param name="Judged">subjects that it judged</param>
/// <param name="Waived">subjects that failed, and that somebody accepted</param>
public sealed record ReadinessItem(string Rule, string Title, ImmutableArray<string> Clauses, Verdict? Verdict, int Judged, int Waived);
