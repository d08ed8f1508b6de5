using System.CommandLine;
using Compliance.Core.Facts.Table;

namespace Compliance.Cli.Commands;

/// <summary><c>facts</c>: everything a rule may name.</summary>
internal static class FactsCommand
{
    public static Command Create(Terminal terminal)
    {
        var prefix = new Argument<string>("PREFIX")
        {
            Description = "only facts that begin with this, such as guest or job.comp",
            DefaultValueFactory = _ => string.Empty,
        };
        var command = new Command("facts", "List the facts a rule may name, with type, meaning and source") { prefix };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(prefix);
            var facts = FactTable.Facts.Where(f => $"{f.Subject}.{f.Name}".StartsWith(wanted, StringComparison.Ordinal)).ToList();
            if (facts.Count == 0)
            {
                throw new UsageException($"no fact begins with \"{wanted}\"; facts begin with {string.Join(", ", FactTable.Subjects.Select(r => r.Name))}.");
            }

            using var output = terminal.Writer();
            var width = facts.Max(f => f.Subject.Length + f.Name.Length + 1);
            foreach (var fact in facts)
            {
                var from = string.Join(", ", fact.Sources.Select(s => s.Privilege is null ? s.Endpoint : $"{s.Endpoint} needs {s.Privilege}"));
                output.WriteLine($"{(fact.Subject + "." + fact.Name).PadRight(width)}  {fact.Type,-12}  {fact.Meaning}  [{from}]");
            }

            return ExitCode.Compliant;
        });
        return command;
    }
}
