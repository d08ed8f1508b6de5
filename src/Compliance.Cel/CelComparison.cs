namespace Compliance.Cel;

/// <summary>The one comparison that made a condition what it is, and what would have had to hold instead.</summary>
/// <param name="Left">the side that was looked at; a constant only when both are</param>
/// <param name="Operator">
/// what was wanted, one of <c>== != &lt; &lt;= &gt; &gt;= in !in has !has</c>: <c>has</c> is <c>in</c> with its sides changed, as the
/// list was looked at
/// </param>
/// <param name="Right">what it was compared with</param>
public sealed record CelComparison(CelExplanation Left, string Operator, CelExplanation Right);
