namespace Compliance.Core.Facts.Access;

/// <summary>Names of users and tokens.</summary>
public static class PrincipalName
{
    /// <summary>May do everything, whatever the access control list says.</summary>
    public const string Root = "root@pam";

    /// <summary>The user a token acts for; a user's own name as it is.</summary>
    public static string UserOf(string principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var mark = principal.IndexOf('!', StringComparison.Ordinal);
        return mark < 0 ? principal : principal[..mark];
    }
}
