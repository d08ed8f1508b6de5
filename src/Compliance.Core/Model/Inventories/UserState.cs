namespace Compliance.Core.Model;

/// <summary>A user of Proxmox VE, as <c>/access/users</c> gives it: who they are, whether they may log in, where their mail goes.</summary>
/// <param name="Id">such as <c>root@pam</c></param>
/// <param name="IsEnabled">false: every login and every token of theirs is refused (401)</param>
/// <param name="ExpiresAt">from when on logins are refused; null for never</param>
/// <param name="Email">where targets that name the user send to; null when none is set</param>
public sealed record UserState(string Id, bool IsEnabled, DateTimeOffset? ExpiresAt, string? Email);
