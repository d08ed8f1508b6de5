using System.CommandLine;
using Compliance.Policies;

namespace Compliance.Cli.Commands;

/// <summary><c>explain</c>: what a rule demands, why, what it reads, which clause it proves, and how to put it right.</summary>
internal static class ExplainCommand
{
    public static Command Create(Terminal terminal)
    {
        var id = new Argument<string>("RULE") { Description = "a rule such as BKP104, its fault's name, or a problem code such as POL012" };
        var policy = PolicyOption.CreateOptional();
        var command = new Command("explain", "Explain a rule or a problem code") { id, policy };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(id);
            if (PolicyInput.LoadRules(parsed.GetValue(policy), terminal) is not { } rules)
            {
                return ExitCode.BadInput;
            }

            using var output = terminal.Writer();
            if (rules.Rules.FirstOrDefault(r => string.Equals(r.Id, wanted, StringComparison.OrdinalIgnoreCase) || r.Fault == wanted) is { } rule)
            {
                output.Write(RuleExplanation.Of(rule, rules.Clauses));
                return ExitCode.Compliant;
            }

            if (ProblemCodes.Find(wanted) is { } code)
            {
                output.WriteLine($"{code.Code} {code.Title} ({code.Severity.ToString().ToLowerInvariant()})\n\n{code.Explanation}");
                return ExitCode.Compliant;
            }

            throw new UsageException($"there is no rule and no problem code \"{wanted}\"; pve-compliance rules lists the rules.");
        });
        return command;
    }
}
