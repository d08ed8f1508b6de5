using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// Finds the changes that hold: each file's together, and one by one where they do not hold together. What was not proven by
/// reading the whole repository again is not proposed.
/// </summary>
internal sealed class FixSearch
{
    /// <summary>Each is a reading of the whole repository; nobody waits for more.</summary>
    private const int MostSingly = 100;

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
                var (now, later) = EditOrder.Split(file);
                _unfixed.AddRange(later.Select(problem => new UnfixedProblem(problem, "another change touches it; run lint --fix again")));
                Fix(file.Key, bytes, now);
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
        foreach (var (index, problem) in wanted.Index())
        {
            if (index >= MostSingly)
            {
                _unfixed.Add(new UnfixedProblem(problem, "there are too many to try each; mend the others first"));
            }
            else if (Try(name, lines, [.. kept, problem]) is { } why)
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
}
