using System.Collections.Immutable;
using System.CommandLine;
using Compliance.Cli.Logging;
using Compliance.Core.Model;
using Compliance.History;
using Compliance.Notifications;
using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli.Notices;

/// <summary>
/// <c>check --notify</c>: tells the channels of <c>notifications.yaml</c> what a run found. It comes after the reports and changes neither
/// them nor the exit code: a message that does not arrive is said on stderr, kept in the history, and sent by the next run.
/// </summary>
internal sealed class Telling
{
    public Option<bool> Option { get; } = new("--notify")
    {
        Description = "tell the channels of the policy's notifications.yaml, each when its state changed unless it asks for more",
    };

    /// <summary>Before anything is asked of a cluster: whom to tell; null when nobody asked to.</summary>
    /// <exception cref="UsageException">there is nobody to tell, or nothing tells what changed</exception>
    public NoticeSettings? Read(ParseResult parsed, PolicyRepository repository, bool hasHistory, bool hasBaseline, bool isWhole)
    {
        if (!parsed.GetValue(Option))
        {
            return null;
        }

        if (repository.Notices is not { } settings)
        {
            throw new UsageException($"--notify: the policy repository has no {repository.Policy.Locations.Notifications.Value}: write one (docs/notifications.md), or leave --notify out.");
        }

        if (!isWhole)
        {
            throw new UsageException("--notify tells the state of the whole policy: leave --rule and --phase out, or leave --notify out.");
        }

        return hasHistory || hasBaseline || settings.Channels.FirstOrDefault(channel => channel.When == NoticeOccasion.Changed) is not { } channel
            ? settings
            : throw new UsageException(
                $"--notify: the channel \"{channel.Name}\" is told when the state changed ({channel.Place}), and nothing says what it was: give --history FILE, or --baseline FILE, or write when: always, and every run tells.");
    }

    /// <summary>Tells of a run that was judged.</summary>
    /// <param name="shown">with its history, when there is one</param>
    /// <param name="run">as the history keeps it; null without one, or when it could not be kept</param>
    /// <param name="history">the file; null without one</param>
    public static async Task TellAsync(NoticeSettings settings, Assessment shown, HistoryRun? run, string? history, bool isQuiet, Terminal terminal, CancellationToken cancellation)
    {
        List<(NoticeChannel Channel, Notice Notice)> due = [];
        List<NoticeRecord> records = [];
        foreach (var channel in settings.Channels)
        {
            if (DueNotice.Of(channel, shown, run, isKept: run is not null || history is null) is { } notice)
            {
                due.Add((channel, notice));
            }
            else
            {
                records.Add(new NoticeRecord(channel.Name, NoticeState.NotDue, null));
                terminal.Log?.Info("nothing to tell", ("channel", channel.Name));
            }
        }

        records.AddRange(await SendAsync(due, isQuiet, terminal, cancellation).ConfigureAwait(false));
        if (run is not null && history is not null)
        {
            Keep(history, run, [.. records], terminal);
        }
    }

    /// <summary>Tells all channels that a run ended without an assessment.</summary>
    public static async Task TellFailureAsync(NoticeSettings settings, Policy policy, string fault, Terminal terminal, CancellationToken cancellation)
    {
        var notice = NoticeBuilder.OfFailure(policy.Name.Value, fault, terminal.Clock.GetUtcNow());
        await SendAsync([.. settings.Channels.Select(channel => (channel, notice))], isQuiet: false, terminal, cancellation).ConfigureAwait(false);
    }

    /// <summary>Sends, and says of each what became of it.</summary>
    public static async Task<ImmutableArray<NoticeRecord>> SendAsync(
        IReadOnlyList<(NoticeChannel Channel, Notice Notice)> due, bool isQuiet, Terminal terminal, CancellationToken cancellation)
    {
        var options = new NoticeOptions { Clock = terminal.Clock, Variable = terminal.Variable };
        var outcomes = await NoticeSender.SendAsync(due, options, cancellation).ConfigureAwait(false);
        foreach (var outcome in outcomes)
        {
            Say(outcome, isQuiet, terminal);
        }

        return [.. outcomes.Select(outcome => new NoticeRecord(outcome.Channel, outcome.IsDelivered ? NoticeState.Sent : NoticeState.Failed, outcome.Fault))];
    }

    private static void Say(NoticeOutcome outcome, bool isQuiet, Terminal terminal)
    {
        if (outcome.Fault is { } fault)
        {
            terminal.Log!.Warning($"\"{outcome.Channel}\" was not told: {fault}", ("channel", outcome.Channel));
        }
        else if (terminal.Log!.Form == LogForm.People && !isQuiet)
        {
            terminal.Error.WriteLine($"told {outcome.Channel}");
        }
        else
        {
            terminal.Log.Info("told a channel", ("channel", outcome.Channel));
        }
    }

    // Not kept, the next run tells once more: better twice than never.
    private static void Keep(string history, HistoryRun run, ImmutableArray<NoticeRecord> records, Terminal terminal)
    {
        try
        {
            HistoryFile.Note(history, run, records);
        }
        catch (HistoryException fault)
        {
            terminal.Log!.Warning($"--history: who was told is not kept: {fault.Message}", ("file", history));
        }
    }
}
