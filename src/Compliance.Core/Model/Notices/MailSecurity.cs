namespace Compliance.Core.Model;

/// <summary>How the connection to a mail server is encrypted.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS, and no mail where the server does not offer it. The default.</summary>
    StartTls,

    /// <summary>TLS from the first byte.</summary>
    Tls,

    /// <summary>Not at all: to a mail server on this very machine only.</summary>
    None,
}
