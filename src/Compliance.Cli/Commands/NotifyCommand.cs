using System.CommandLine;
using Compliance.Cli.Notices;
using Compliance.Core.Model;
using Compliance.Reporting;

namespace Compliance.Cli.Commands;

/// <summary><c>notify</c>: tries the channels that <c>check --notify</c> tells.</summary>
internal static class NotifyCommand
{
    public static Command Create(Terminal terminal)
    {
        var policy = PolicyOption.Create();
        var test = new Option<bool>("--test") { Description = "send a test message to each channel, and say of each what became of it" };
        var only = new Option<string[]>("--channel") { Description = "this channel only, by its name; repeatable", Arity = ArgumentArity.OneOrMore };
        var command = new Command("notify", "Try the channels of notifications.yaml; check --notify tells them") { policy, test, only };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (!parsed.GetValue(test))
            {
                throw new UsageException("notify tries channels, and sends nothing else: give --test. Of a run, check --notify tells.");
            }

            if (PolicyInput.Load(parsed.GetRequiredValue(policy), [], terminal) is not { } input)
            {
                return ExitCode.BadInput;
            }

            var name = input.Repository.Policy.Name.Value;
            var channels = Chosen(input, parsed.GetValue(only) ?? []);
            var records = await Telling.SendAsync(
                [.. channels.Select(channel => (channel, NoticeBuilder.OfTest(name, channel.Name, terminal.Clock.GetUtcNow())))], isQuiet: false, terminal, cancellation).ConfigureAwait(false);
            return records.All(record => record.State == NoticeState.Sent) ? ExitCode.Compliant : ExitCode.CouldNotAssess;
        });
        return command;
    }

    private static List<NoticeChannel> Chosen(PolicyInput input, string[] only)
    {
        if (input.Repository.Notices is not { } settings)
        {
            throw new UsageException($"the policy repository has no {input.Repository.Policy.Locations.Notifications.Value}: docs/notifications.md tells how to write one.");
        }

        return only.FirstOrDefault(name => settings.Channels.All(channel => channel.Name != name)) is { } unknown
            ? throw new UsageException($"--channel {unknown}: there is no such channel; there are {string.Join(", ", settings.Channels.Select(channel => channel.Name))}.")
            : [.. settings.Channels.Where(channel => only.Length == 0 || only.Contains(channel.Name, StringComparer.Ordinal))];
    }
}
