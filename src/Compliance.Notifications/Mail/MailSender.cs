using System.Text;
using Compliance.Core.Model;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Compliance.Notifications;

/// <summary>Sends one notice to one mail server. Headers are encoded and folded by MimeKit: no text can begin another one.</summary>
internal sealed class MailSender
{
    private readonly MailChannel channel;
    private readonly MimeMessage message;
    private readonly string? password;
    private readonly System.Net.Security.RemoteCertificateValidationCallback trust;

    private MailSender(MailChannel channel, MimeMessage message, string? password)
    {
        this.channel = channel;
        this.message = message;
        this.password = password;
        trust = ServerTrust.Of(channel.Authorities);
    }

    /// <exception cref="DeliveryException">a secret or a file of authorities cannot be read</exception>
    public static MailSender Prepare(MailChannel channel, Notice notice, NoticeOptions options)
    {
        var password = channel.Login is { } login ? Secrets.Read(login.Password, options.Variable) : null;
        return new MailSender(channel, MailText.Of(channel, notice, options.Clock.GetUtcNow()), password);
    }

    public async Task SendAsync(CancellationToken cancellation)
    {
        var isConnected = false;
        try
        {
            using var client = new SmtpClient { CheckCertificateRevocation = false, ServerCertificateValidationCallback = trust };
            await client.ConnectAsync(channel.Server, channel.Port, How(channel.Security), cancellation).ConfigureAwait(false);
            isConnected = true;
            if (channel.Login is { } login)
            {
                client.AuthenticationMechanisms.Remove("NTLM"); // no mechanism whose proof another server could use
                await client.AuthenticateAsync(Encoding.UTF8, login.User, password!, cancellation).ConfigureAwait(false);
            }

            await client.SendAsync(message, cancellation).ConfigureAwait(false);
            await QuitAsync(client, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (Fault(fault, isConnected) is { } said)
        {
            throw said;
        }
    }

    // It has taken the mail; that it does not say goodbye must not send another.
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellation)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is IOException or ProtocolException or OperationCanceledException or System.Net.Sockets.SocketException)
        {
            // nothing is left to be done
        }
    }

    private static SecureSocketOptions How(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    private DeliveryException? Fault(Exception fault, bool isConnected) => fault switch
    {
        SslHandshakeException => DeliveryException.Final($"no encrypted connection to {channel.Server}: its certificate is not trusted, is of another name, or it speaks no TLS here"),
        AuthenticationException => DeliveryException.Final($"{channel.Server} refuses the login of {channel.Login?.User}"),
        SmtpCommandException refusal when (int)refusal.StatusCode >= 500 => DeliveryException.Final($"{channel.Server} refuses: {Said(refusal)}"),
        SmtpCommandException refusal => DeliveryException.Passing($"{channel.Server} cannot take it now: {Said(refusal)}"),
        ServiceNotAuthenticatedException => DeliveryException.Final($"{channel.Server} wants a login{(channel.Login is null ? ", and none is written" : "")}"),
        ServiceNotConnectedException => DeliveryException.Passing($"the connection to {channel.Server} broke off"),
        NotSupportedException when !isConnected => DeliveryException.Final($"{channel.Server} offers no STARTTLS on port {channel.Port}, and mail is not sent in clear text"),
        NotSupportedException => DeliveryException.Final($"{channel.Server} offers no login that this program knows"),
        ProtocolException or IOException => DeliveryException.Passing($"the connection to {channel.Server} broke off"),
        System.Net.Sockets.SocketException => DeliveryException.Passing($"cannot connect to {channel.Server}, port {channel.Port}"),
        _ => null,
    };

    // What a server says may repeat what it was told.
    private string Said(SmtpCommandException refusal)
        => password is not null && refusal.Message.Contains(password, StringComparison.Ordinal) ? $"{(int)refusal.StatusCode}" : $"{(int)refusal.StatusCode} {NoticeText.Cut(refusal.Message, 200)}";
}
