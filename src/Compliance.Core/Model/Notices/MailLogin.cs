namespace Compliance.Core.Model;

/// <summary>Who sends, to a mail server that wants to know.</summary>
/// <param name="User">the account's name, which is no secret</param>
/// <param name="Password">where its password is</param>
public sealed record MailLogin(string User, SecretSource Password);
