using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>
/// Tells channels, all at once, within a bounded time. What fails is a value: no channel keeps another from being told, and none ends a run.
/// </summary>
public static class NoticeSender
{
    private const int Growth = 4;

    /// <returns>one for each notice, in their order</returns>
    public static async Task<ImmutableArray<NoticeOutcome>> SendAsync(
        IEnumerable<(NoticeChannel Channel, Notice Notice)> notices, NoticeOptions options, CancellationToken cancellation)
        => [.. await Task.WhenAll(notices.Select(one => SendAsync(one.Channel, one.Notice, options, cancellation))).ConfigureAwait(false)];

    private static async Task<NoticeOutcome> SendAsync(NoticeChannel channel, Notice notice, NoticeOptions options, CancellationToken cancellation)
    {
        try
        {
            var attempt = AttemptOf(channel, notice, options);
            await RepeatAsync(attempt, options, cancellation).ConfigureAwait(false);
            return new NoticeOutcome(channel.Name, null);
        }
        catch (DeliveryException fault)
        {
            return new NoticeOutcome(channel.Name, fault.Message);
        }
    }

    /// <summary>Reads secrets once, so that one that is missing is no matter of attempts.</summary>
    private static Func<CancellationToken, Task> AttemptOf(NoticeChannel channel, Notice notice, NoticeOptions options) => channel switch
    {
        MailChannel mail => MailSender.Prepare(mail, notice, options).SendAsync,
        WebhookChannel webhook => WebhookSender.Prepare(webhook, notice, options).SendAsync,
        _ => throw new ArgumentOutOfRangeException(nameof(channel)),
    };

    private static async Task RepeatAsync(Func<CancellationToken, Task> attempt, NoticeOptions options, CancellationToken cancellation)
    {
        var pause = options.FirstPause;
        for (var made = 1; ; made++, pause *= Growth)
        {
            try
            {
                await OnceAsync(attempt, options, cancellation).ConfigureAwait(false);
                return;
            }
            catch (DeliveryException fault) when (fault.MayPass && made < options.Attempts && (fault.Pause ?? pause) <= options.LongestPause)
            {
                pause = fault.Pause ?? pause;
            }
            catch (DeliveryException fault) when (fault.MayPass)
            {
                var waiting = fault.Pause > options.LongestPause ? $"; it asks to wait {(int)Math.Min(fault.Pause.Value.TotalSeconds, int.MaxValue)} seconds, which is too long" : "";
                throw DeliveryException.Final($"{fault.Message} ({made} {(made == 1 ? "attempt" : "attempts")}{waiting})");
            }

            await Task.Delay(pause, options.Clock, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task OnceAsync(Func<CancellationToken, Task> attempt, NoticeOptions options, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(options.AttemptTimeout, options.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            await attempt(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw DeliveryException.Passing($"no answer within {options.AttemptTimeout.TotalSeconds:0.#} seconds");
        }
    }
}
