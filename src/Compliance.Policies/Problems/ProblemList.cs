using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Collects the problems of one load.</summary>
internal sealed class ProblemList
{
    private readonly List<Problem> _problems = [];

    public bool HasErrors { get; private set; }

    public void Add(ProblemCode code, Place place, string message, string? fix = null, TextEdit? edit = null)
    {
        _problems.Add(new Problem(code.Code, code.Severity, place, message, fix) { Edit = edit });
        HasErrors |= code.Severity == Severity.Error;
    }

    public void AddRange(IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
        {
            _problems.Add(problem);
            HasErrors |= problem.Severity == Severity.Error;
        }
    }

    /// <summary>By file, line and column; problems of one place stay in the order they were found.</summary>
    public ImmutableArray<Problem> Sorted() =>
    [
        .. _problems.OrderBy(p => p.Place.File, StringComparer.Ordinal).ThenBy(p => p.Place.Line).ThenBy(p => p.Place.Column),
    ];
}
