namespace Compliance.Notifications;

/// <summary>How long telling may take, and where secrets are.</summary>
public sealed record NoticeOptions
{
    public required TimeProvider Clock { get; init; }

    /// <summary>Environment variables.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Of one attempt, from connecting to the answer. Default: 15 seconds.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After a refusal that may pass: 5xx, 429, a mail server's 4xx, a network that fails. Default: 3.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>Before the second attempt; four times as long before each further one. Default: 2 seconds.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest that a server's Retry-After is waited for; one that asks for more has failed. Default: 30 seconds.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);
}
