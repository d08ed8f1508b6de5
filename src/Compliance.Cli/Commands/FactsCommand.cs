using System.CommandLine;
using Compliance.Core.Facts.Table;
using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>facts</c>: everything a rule may name.</summary>
internal static class FactsCommand
{
    public static Command Create(Terminal terminal)
    {
        var prefix = new Argument<string>("PREFIX")
        {
            Description = "only facts that begin with this, such as guest or job.comp; a whole name, such as guest.keepDaily, tells all about it",
            DefaultValueFactory = _ => string.Empty,
        };
        var output = OutputTarget.Option(FactFormats.Names);
        var policy = PolicyOption.CreateOptional();
        var command = new Command("facts", "List the facts a rule may name, with type, meaning and source") { prefix, output, policy };
        command.SetAction(parsed =>
        {
            var targets = OutputTarget.ParseAll(parsed.GetValue(output), FactFormats.Names);
            var wanted = parsed.GetRequiredValue(prefix);
            var facts = FactListing.Matching(wanted);
            if (facts.IsEmpty)
            {
                throw new UsageException($"no fact begins with \"{wanted}\"; {Suggestion(wanted)}");
            }

            if (PolicyInput.LoadRules(parsed.GetValue(policy), terminal) is not { } rules)
            {
                return ExitCode.BadInput;
            }

            var listing = new FactListing(facts, rules.Rules);
            OutputTarget.Write(targets, terminal, mayUseColor: true, (format, options, stream) => FactFormats.Find(format, options)!.Render(listing, stream));
            return ExitCode.Compliant;
        });
        return command;
    }

    // A slip in a whole name, in a subject, or in the part of a name that was typed so far.
    private static string Suggestion(string wanted)
    {
        var names = FactTable.Facts.Select(fact => fact.FullName).ToList();
        var begun = names.Where(name => name.Length > wanted.Length).Select(name => name[..wanted.Length]).Distinct();
        return Nearest.To(wanted, names.Concat(FactTable.Subjects.Select(subject => subject.Name)).Concat(begun)) is { } meant
            ? $"did you mean \"{meant}\"?"
            : $"facts begin with {string.Join(", ", FactTable.Subjects.Select(subject => subject.Name))}.";
    }
}
