using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Which changes of one file can be made together.</summary>
internal static class EditOrder
{
    /// <summary>By place, one for each range: the same change asked for twice is one, another one that touches it comes later.</summary>
    /// <param name="problems">of one file, each with a change</param>
    public static (List<Problem> Now, List<Problem> Later) Split(IEnumerable<Problem> problems)
    {
        var (now, later) = (new List<Problem>(), new List<Problem>());
        foreach (var problem in problems.OrderBy(problem => problem.Edit!.Place.Line).ThenBy(problem => problem.Edit!.Place.Column))
        {
            if (now.Count == 0 || !Touch(now[^1].Edit!.Place, problem.Edit!.Place))
            {
                now.Add(problem);
            }
            else if (now[^1].Edit != problem.Edit)
            {
                later.Add(problem);
            }
        }

        return (now, later);
    }

    private static bool Touch(Place first, Place second) => first.Line == second.Line && second.Column < first.EndColumn;
}
