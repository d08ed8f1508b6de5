using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>To whom a target mails.</summary>
/// <param name="Addresses">sorted</param>
/// <param name="Users">users whose own address is looked up when the mail is sent, sorted; one without address gets none</param>
public sealed record MailRecipients(ImmutableArray<string> Addresses, ImmutableArray<string> Users);
