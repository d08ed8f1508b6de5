using System.CommandLine;

namespace Compliance.Cli.Commands;

/// <summary><c>rules</c>: the rules that a check would use.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PolicyOption.CreateOptional();
        var command = new Command("rules", "List the rules: built-in ones, and with --policy your own; those marked ready are judged before a change only") { policy };
        command.SetAction(parsed =>
        {
            if (PolicyInput.LoadRules(parsed.GetValue(policy), terminal) is not { } rules)
            {
                return ExitCode.BadInput;
            }

            using var output = terminal.Writer();
            var all = rules.Rules.Select(rule => (Rule: rule, Weight: rule.IsChecked ? rule.Severity.ToString().ToLowerInvariant() : "ready"))
                .Concat(rules.Disabled.Select(off => (off.Rule, Weight: "off")));
            foreach (var (rule, weight) in all.OrderBy(pair => pair.Rule.Id, StringComparer.Ordinal))
            {
                output.WriteLine($"{rule.Id}  {weight,-7}  {rule.Fault,-32}  {rule.Title}");
            }

            return ExitCode.Compliant;
        });
        return command;
    }
}
