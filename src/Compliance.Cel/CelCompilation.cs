using System.Diagnostics.CodeAnalysis;

namespace Compliance.Cel;

/// <summary>What became of a source: a program, or errors; warnings either way. Issues are in the order of the source.</summary>
public sealed class CelCompilation
{
    internal CelCompilation(CelProgram? program, IReadOnlyList<CelIssue> issues)
    {
        Program = program;
        Issues = issues;
    }

    /// <summary>Null when there are errors.</summary>
    public CelProgram? Program { get; }

    public IReadOnlyList<CelIssue> Issues { get; }

    [MemberNotNullWhen(true, nameof(Program))]
    public bool IsSuccess => Program is not null;
}
