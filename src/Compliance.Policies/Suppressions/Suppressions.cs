using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Takes the problems out of a list that somebody accepted, on a line or in the policy, and says which suppressions are wrong or of no use.</summary>
internal sealed class Suppressions
{
    private readonly ImmutableArray<LineSuppression> lines;
    private readonly ImmutableArray<LintSetting> settings;
    private readonly ProblemList faults = new();

    private Suppressions(ImmutableArray<LineSuppression> lines, ImmutableArray<LintSetting> settings)
    {
        this.lines = lines;
        this.settings = settings;
    }

    /// <param name="policyFile">YAML whatever its name; of the others those whose names end so</param>
    /// <param name="isComplete">every check ran, so that what hides nothing is of no use; reported then, unless errors kept a check from running</param>
    /// <returns>what is left by file, line and column, and what was accepted</returns>
    public static JudgedProblems Apply(ProblemList problems, IReadOnlyDictionary<string, string> sources, string policyFile, ImmutableArray<LintSetting> settings, bool isComplete)
    {
        var faults = new ProblemList();
        ImmutableArray<LineSuppression> lines =
        [
            .. sources.Where(source => source.Key == policyFile || source.Key.EndsWith(".yaml", StringComparison.Ordinal))
                .SelectMany(source => SuppressionReader.Read(source.Key, source.Value, faults)),
        ];
        var suppressions = new Suppressions(lines, settings);
        suppressions.faults.AddRange(faults.Sorted());
        return suppressions.Judge(problems, isComplete && !problems.HasErrors);
    }

    private JudgedProblems Judge(ProblemList problems, bool reportsUnused)
    {
        CheckCodes();
        var left = new ProblemList();
        var accepted = ImmutableArray.CreateBuilder<SuppressedProblem>();
        var used = new HashSet<Place>();
        foreach (var problem in problems.Sorted())
        {
            if (Find(problem) is { } by)
            {
                used.Add(by.By);
                accepted.Add(by);
            }
            else
            {
                left.AddRange([problem]);
            }
        }

        if (reportsUnused)
        {
            ReportUnused(used);
        }

        left.AddRange(faults.Sorted());
        return new JudgedProblems(left.Sorted(), accepted.ToImmutable(), left.HasErrors);
    }

    private SuppressedProblem? Find(Problem problem)
    {
        if (!IsSuppressible(problem.Code))
        {
            return null;
        }

        var line = lines.FirstOrDefault(line => line.Code.Value == problem.Code && line.Line == problem.Place.Line && line.Place.File == problem.Place.File);
        if (line is not null)
        {
            return new SuppressedProblem(problem, line.Reason, line.Place);
        }

        return settings.FirstOrDefault(setting => setting.Code.Value == problem.Code) is { } setting
            ? new SuppressedProblem(problem, setting.Reason.Value, setting.Place)
            : null;
    }

    private void CheckCodes()
    {
        foreach (var code in Written())
        {
            if (ProblemCodes.Find(code.Value) is null)
            {
                var near = Nearest.To(code.Value, ProblemCodes.All.Select(entry => entry.Code));
                faults.Add(ProblemCodes.SuppressionOfUnknown, code.Place, $"there is no problem {code.Value}", near is null ? "Name the code that lint shows." : $"Did you mean {near}?");
            }
            else if (!IsSuppressible(code.Value))
            {
                faults.Add(ProblemCodes.NotSuppressible, code.Place, $"{code.Value} may not be suppressed", "Mend what it says, or remove the suppression.");
            }
        }
    }

    private void ReportUnused(HashSet<Place> used)
    {
        var unused = lines.Select(line => (line.Code, line.Place)).Concat(settings.Select(setting => (setting.Code, setting.Place)));
        foreach (var (code, place) in unused.Where(entry => IsSuppressible(entry.Code.Value) && !used.Contains(entry.Place)))
        {
            faults.Add(ProblemCodes.SuppressionUnused, place, $"no {code.Value} is suppressed by this", "Remove it.");
        }
    }

    private IEnumerable<Placed<string>> Written() => lines.Select(line => line.Code).Concat(settings.Select(setting => setting.Code));

    /// <summary>A warning or a note, but not one about suppressions.</summary>
    private static bool IsSuppressible(string code)
        => ProblemCodes.Find(code) is { Severity: not Severity.Error } entry && entry != ProblemCodes.SuppressionUnused;
}
