namespace Compliance.Cel;

/// <summary>What came of compiling an expression.</summary>
/// <param name="Program">null when there is an error among the issues</param>
/// <param name="Issues">by place</param>
public sealed record CelCompilation(CelProgram? Program, IReadOnlyList<CelIssue> Issues);
