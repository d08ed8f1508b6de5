namespace Compliance.Core.Model;

/// <summary>
/// Where notifications go, from <c>/cluster/notifications/targets</c>. No server, header, token or password is ever kept.
/// </summary>
/// <param name="Name">as matchers name it</param>
/// <param name="Type"><c>sendmail</c>, <c>smtp</c>, <c>gotify</c>, <c>webhook</c>; later versions may add others</param>
/// <param name="IsDisabled">sends nothing</param>
/// <param name="Mail">to whom it mails, from <c>/cluster/notifications/endpoints/TYPE</c>; empty for types that send no mail</param>
public sealed record NotificationTarget(string Name, string Type, bool IsDisabled, Observed<MailRecipients> Mail);
