using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// Finds the changes that hold: each file's together, and one by one where they do not hold together. What was not proven by
/// reading the whole repository again is not proposed.
/// </summary>
internal sealed class FixSearch
{
    private readonly RepositoryRoot _root;
    private readonly Dictionary<string, byte[]> _changed = new(StringComparer.Ordinal);
    private readonly ImmutableArray<FileFix>.Builder _files = ImmutableArray.CreateBuilder<FileFix>();
    private readonly List<UnfixedProblem> _unfixed = [];
    private ImmutableArray<Problem> _problems;

    public FixSearch(RepositoryRoot root)
    {
        _root = root;
        Lint = CaseFiles.Read(root);
        _problems = Lint.Policy.Problems;
    }

    public CaseFiles Lint { get; }

    public ImmutableArray<FileFix> Files => _files.ToImmutable();

    public ImmutableArray<UnfixedProblem> Unfixed =>
        [.. _unfixed.OrderBy(left => left.Problem.Place.File, StringComparer.Ordinal).ThenBy(left => left.Problem.Place.Line).ThenBy(left => left.Problem.Place.Column)];

    public void Run()
    {
        foreach (var file in Lint.Policy.Problems.Where(problem => problem.Edit is not null).GroupBy(problem => problem.Edit!.Place.File))
        {
            if (_root.Files.Read(file.Key).Bytes is { } bytes)
            {
                Fix(file.Key, bytes, WithoutOverlaps(file));
            }
        }
    }

    private void Fix(string name, byte[] bytes, List<Problem> wanted)
    {
        var lines = new FileLines(bytes);
        if (Try(name, lines, wanted) is null)
        {
            Keep(name, bytes, lines, wanted);
            return;
        }

        var kept = new List<Problem>();
        foreach (var problem in wanted)
        {
            if (Try(name, lines, [.. kept, problem]) is { } why)
            {
                _unfixed.Add(new UnfixedProblem(problem, why));
            }
            else
            {
                kept.Add(problem);
            }
        }

        Keep(name, bytes, lines, kept);
    }

    private void Keep(string name, byte[] bytes, FileLines lines, List<Problem> wanted)
    {
        if (wanted.Count == 0)
        {
            return;
        }

        var after = lines.With(wanted.Select(problem => problem.Edit!))!;
        _changed[name] = after;
        _files.Add(new FileFix(name, bytes, after, [.. wanted]));
        _problems = ProblemsWith(_changed);
    }

    /// <returns>null when the changes hold; else why they do not</returns>
    private string? Try(string name, FileLines lines, List<Problem> wanted)
    {
        if (lines.With(wanted.Select(problem => problem.Edit!)) is not { } after)
        {
            return "the place is not certain";
        }

        var problems = ProblemsWith(new Dictionary<string, byte[]>(_changed, StringComparer.Ordinal) { [name] = after });
        return ProblemChange.Refusal(_problems, problems, wanted);
    }

    private ImmutableArray<Problem> ProblemsWith(IReadOnlyDictionary<string, byte[]> changed)
        => CaseFiles.Read(_root with { Files = new ChangedFiles(_root.Files, changed) }).Policy.Problems;

    /// <summary>One change for each range: the same one asked for twice is one, another one that touches it waits for the next run.</summary>
    private List<Problem> WithoutOverlaps(IEnumerable<Problem> problems)
    {
        var wanted = new List<Problem>();
        foreach (var problem in problems.OrderBy(problem => problem.Edit!.Place.Line).ThenBy(problem => problem.Edit!.Place.Column))
        {
            if (wanted.Count == 0 || !Touch(wanted[^1].Edit!.Place, problem.Edit!.Place))
            {
                wanted.Add(problem);
            }
            else if (wanted[^1].Edit != problem.Edit)
            {
                _unfixed.Add(new UnfixedProblem(problem, "another change touches it; run lint --fix again"));
            }
        }

        return wanted;
    }

    private static bool Touch(Place first, Place second) => first.Line == second.Line && second.Column < first.EndColumn;
}
