using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What a run of <c>lint</c> found.</summary>
public sealed record LintRun
{
    /// <summary>By file, line and column.</summary>
    public required ImmutableArray<Problem> Problems { get; init; }

    /// <summary>Those that somebody accepted, with the reason, in the same order.</summary>
    public ImmutableArray<SuppressedProblem> Suppressed { get; init; } = [];

    /// <summary>The text of every file that was read, by the name that places give it.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>All there are; a problem's code is one of them.</summary>
    public required ImmutableArray<LintCode> Codes { get; init; }

    public required SourceRoot Sources { get; init; }

    /// <summary>When it ran: JUnit wants to know.</summary>
    public required DateTimeOffset At { get; init; }
}
