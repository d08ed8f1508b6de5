namespace Compliance.Notifications;

/// <summary>What became of a notice to one channel.</summary>
/// <param name="Channel">the channel's name</param>
/// <param name="Fault">why it was not delivered, as the end of a sentence and without any secret; null when it was. Untrusted text: a server may have said it</param>
public sealed record NoticeOutcome(string Channel, string? Fault)
{
    public bool IsDelivered => Fault is null;
}
