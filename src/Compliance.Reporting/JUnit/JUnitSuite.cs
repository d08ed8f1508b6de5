using System.Collections.Immutable;

namespace Compliance.Reporting;

/// <summary>A suite of test cases.</summary>
/// <param name="Package">what all suites of a report share</param>
internal sealed record JUnitSuite(string Package, string Name, DateTimeOffset At, ImmutableArray<JUnitCase> Cases)
{
    /// <summary>What readers show of the run as a whole; names are unique and without blanks.</summary>
    public ImmutableArray<(string Name, string Value)> Properties { get; init; } = [];
}
