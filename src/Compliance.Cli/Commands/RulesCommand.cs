using System.CommandLine;

namespace Compliance.Cli.Commands;

/// <summary><c>rules</c>: the rules that a check would use.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PolicyOption.CreateOptional();
        var command = new Command("rules", "List the rules: built-in ones, and with --policy your own") { policy };
        command.SetAction(parsed =>
        {
            if (PolicyInput.LoadRules(parsed.GetValue(policy), terminal) is not { } rules)
            {
                return ExitCode.BadInput;
            }

            using var output = terminal.Writer();
            foreach (var rule in rules.Rules)
            {
                output.WriteLine($"{rule.Id}  {rule.Severity.ToString().ToLowerInvariant(),-7}  {rule.Fault,-32}  {rule.Title}");
            }

            return ExitCode.Compliant;
        });
        return command;
    }
}
