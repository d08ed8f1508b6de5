namespace Compliance.Cel;

/// <summary>The comparison that an expression is: what was found on the left, what was wanted on the right.</summary>
/// <param name="Operator">one of <c>== != &lt; &lt;= &gt; &gt;= in</c></param>
public sealed record CelComparison(string Operator, CelProgram Left, CelProgram Right);
