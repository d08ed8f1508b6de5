using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Checks names of rules that people write elsewhere than in the rule's own file.</summary>
internal static class RuleNames
{
    /// <summary>The id that a file's name says: <c>ACME101</c> of <c>rules/ACME101-job-name-differs.yaml</c>.</summary>
    public static string OfFile(string name)
    {
        var file = FileNames.Last(name);
        var end = file.AsSpan().IndexOfAny('-', '.');
        return end < 0 ? file : file[..end];
    }

    public static void ReportUnknown(Placed<string> rule, IEnumerable<string> names, ProblemList problems)
    {
        var near = Nearest.To(rule.Value, names);
        problems.Add(
            ProblemCodes.UnknownRule,
            rule.Place,
            $"there is no rule \"{rule.Value}\"",
            near is null ? "pve-compliance rules lists them." : $"Did you mean \"{near}\"?");
    }
}
