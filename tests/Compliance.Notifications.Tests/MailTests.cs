using System.Text;
using MimeKit;

namespace Compliance.Notifications.Tests;

/// <summary>Notices by SMTP, to a server of the test's own.</summary>
public sealed class MailTests : IDisposable
{
    private readonly string authorities = Path.GetTempFileName();

    [Fact]
    public async Task A_mail_goes_to_everybody_and_says_what_changed()
    {
        await using var server = SmtpServer.Run();

        (await Rig.SendAsync(Rig.Mail(server), Rig.Notice(Rig.Finding("no enabled job covers this guest")))).Fault.Should().BeNull();

        server.Commands.Should().Contain("MAIL FROM:<backup@example.org>").And.Contain("RCPT TO:<admins@example.org>").And.Contain("RCPT TO:<boss@example.org>").And.Contain("QUIT");
        var mail = Read(server);
        mail.Subject.Should().Be("DRIFT: homelab: 1 error (1 new)");
        mail.Headers["Auto-Submitted"].Should().Be("auto-generated");
        mail.TextBody.Should().Contain("- new: BKP104 error: qemu/101 (ca01): no enabled job covers this guest\n");
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    [InlineData("NTLM LOGIN PLAIN")]
    public async Task A_login_is_made_within_an_encrypted_connection(string mechanisms)
    {
        using var certificate = Trusted();
        await using var server = SmtpServer.Run(startTls: certificate, auth: mechanisms);

        (await Rig.SendAsync(Rig.Mail(server, MailSecurity.StartTls, "RIGHT", authorities))).Fault.Should().BeNull();

        server.Commands.FindIndex(line => line == "STARTTLS").Should().BeLessThan(server.Commands.FindIndex(line => line.StartsWith("AUTH", StringComparison.Ordinal)));
        server.Commands.Should().NotContain(line => line.Contains("NTLM"));
        server.Mails.Should().HaveCount(1);
    }

    [Fact]
    public async Task TLS_may_begin_with_the_first_byte()
    {
        using var certificate = Trusted();
        await using var server = SmtpServer.Run(tls: certificate);

        (await Rig.SendAsync(Rig.Mail(server, MailSecurity.Tls, authorities: authorities))).Fault.Should().BeNull();
        server.Mails.Should().HaveCount(1);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task A_certificate_that_nobody_vouches_for_gets_no_mail_and_no_password(MailSecurity security)
    {
        using var certificate = Rig.Certificate();
        await using var server = SmtpServer.Run(startTls: security == MailSecurity.StartTls ? certificate : null, tls: security == MailSecurity.Tls ? certificate : null, auth: "PLAIN");

        var outcome = await Rig.SendAsync(Rig.Mail(server, security, "RIGHT"));

        outcome.Fault.Should().Contain("certificate is not trusted");
        server.Mails.Should().BeEmpty();
        server.Commands.Should().NotContain(line => line.StartsWith("AUTH", StringComparison.Ordinal));
        server.Connections.Should().Be(1, "it would not pass");
    }

    [Fact]
    public async Task A_trusted_certificate_of_another_name_gets_no_mail()
    {
        using var certificate = Trusted("mail.example.org");
        await using var server = SmtpServer.Run(startTls: certificate);

        (await Rig.SendAsync(Rig.Mail(server, MailSecurity.StartTls, authorities: authorities))).Fault.Should().Contain("of another name");
        server.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_server_without_STARTTLS_gets_nothing_in_clear_text()
    {
        await using var server = SmtpServer.Run(auth: "PLAIN");

        (await Rig.SendAsync(Rig.Mail(server, MailSecurity.StartTls, "RIGHT"))).Fault.Should().Contain("offers no STARTTLS");
        server.Commands.Should().NotContain(line => line.StartsWith("AUTH", StringComparison.Ordinal) || line.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_login_is_said_without_the_password()
    {
        await using var server = SmtpServer.Run(auth: "PLAIN");

        var outcome = await Rig.SendAsync(Rig.Mail(server, password: "WRONG"));

        outcome.Fault.Should().Be("localhost refuses the login of backup");
        server.Connections.Should().Be(1, "a password that is wrong is wrong again, and accounts are locked for it");
    }

    [Fact]
    public async Task What_a_server_says_is_not_told_when_it_repeats_the_password()
    {
        await using var server = SmtpServer.Run(auth: "PLAIN", instead: ("MAIL", "550 right is not welcome"));

        (await Rig.SendAsync(Rig.Mail(server, password: "RIGHT"))).Fault.Should().Be("localhost refuses: 550");
    }

    [Theory]
    [InlineData("CONNECT", "drop")]
    [InlineData("MAIL", "drop")]
    [InlineData("DATA", "drop")]
    [InlineData("CONNECT", "421 too busy")]
    [InlineData("RCPT", "451 grey")]
    [InlineData("TAKEN", "452 full")]
    public async Task What_may_pass_is_tried_again(string command, string answer)
    {
        await using var server = SmtpServer.Run(instead: (command, answer));

        (await Rig.SendAsync(Rig.Mail(server))).Fault.Should().BeNull();

        server.Connections.Should().Be(2);
        server.Mails.Select(mail => Parse(mail).MessageId).Distinct().Should().HaveCount(1, "a mail that was taken twice is seen once");
    }

    [Theory]
    [InlineData("*MAIL", "drop", "broke off (3 attempts)", 3)]
    [InlineData("*RCPT", "451 grey", "cannot take it now: 451 grey (3 attempts)", 3)]
    [InlineData("*MAIL", "530 5.7.0 Authentication required", "wants a login, and none is written", 1)]
    [InlineData("*MAIL", "no reply of SMTP", "broke off (3 attempts)", 3)]
    [InlineData("*CONNECT", "554 go away", "refuses: 554 go away", 1)]
    [InlineData("*RCPT", "550 no relay", "refuses: 550 no relay", 1)]
    [InlineData("*TAKEN", "554 spam", "refuses: 554 spam", 1)]
    public async Task What_does_not_pass_ends(string command, string answer, string because, int connections)
    {
        await using var server = SmtpServer.Run(instead: (command, answer));

        (await Rig.SendAsync(Rig.Mail(server))).Fault.Should().EndWith(because);
        server.Connections.Should().Be(connections);
    }

    [Theory]
    [InlineData("*CONNECT")]
    [InlineData("*DATA")]
    public async Task A_server_that_hangs_is_left(string command)
    {
        await using var server = SmtpServer.Run(instead: (command, "hang"));

        (await Rig.SendAsync(Rig.Mail(server), options: Rig.Options with { AttemptTimeout = TimeSpan.FromMilliseconds(300) })).Fault.Should().Be("no answer within 0.3 seconds (3 attempts)");
    }

    [Theory]
    [InlineData("drop")]
    [InlineData("500 what")]
    public async Task A_server_that_took_it_and_says_no_goodbye_has_taken_it(string goodbye)
    {
        await using var server = SmtpServer.Run(instead: ("*QUIT", goodbye));

        (await Rig.SendAsync(Rig.Mail(server))).Fault.Should().BeNull();
        server.Mails.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_login_that_the_server_does_not_offer_is_said()
    {
        await using var server = SmtpServer.Run();

        (await Rig.SendAsync(Rig.Mail(server, password: "RIGHT"))).Fault.Should().Be("localhost offers no login that this program knows");
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said()
    {
        var server = SmtpServer.Run();
        var channel = Rig.Mail(server);
        await server.DisposeAsync();

        (await Rig.SendAsync(channel)).Fault.Should().Be($"cannot connect to localhost, port {channel.Port} (3 attempts)");
    }

    [Theory]
    [InlineData("evil\r\nBcc: victim@example.org\r\n\r\nbody")]
    [InlineData("evil\nBcc: victim@example.org")]
    [InlineData("=?UTF-8?Q?=0D=0ABcc:_victim=40example.org?=")]
    [InlineData("größe 日本 😀 \u202Egnp")]
    public async Task No_name_can_begin_a_header_or_end_the_mail(string name)
    {
        await using var server = SmtpServer.Run();
        var notice = Rig.Notice(Rig.Finding($".\r\nQUIT {name}", name)) with { Title = name };

        (await Rig.SendAsync(Rig.Mail(server), notice)).Fault.Should().BeNull();

        var mail = Read(server);
        mail.Bcc.Count.Should().Be(0);
        mail.To.Mailboxes.Should().HaveCount(2);
        server.Mails.Single().Split("\r\n\r\n")[0].Split("\r\n").Should().NotContain(line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        server.Commands.Count(line => line.StartsWith("RCPT", StringComparison.Ordinal)).Should().Be(2);
    }

    [Theory]
    [InlineData("MISSING", "the environment variable MISSING holds nothing")]
    [InlineData("TWO_LINES", "the environment variable TWO_LINES holds more than one line of text")]
    public async Task A_password_that_cannot_be_used_is_named_and_not_shown(string variable, string because)
    {
        await using var server = SmtpServer.Run(auth: "PLAIN");

        (await Rig.SendAsync(Rig.Mail(server, password: variable))).Fault.Should().Be(because);
        server.Connections.Should().Be(0);
    }

    public void Dispose() => File.Delete(authorities);

    private System.Security.Cryptography.X509Certificates.X509Certificate2 Trusted(string host = "localhost")
    {
        var certificate = Rig.Certificate(host);
        File.WriteAllText(authorities, certificate.ExportCertificatePem());
        return certificate;
    }

    private static MimeMessage Read(SmtpServer server) => Parse(server.Mails.Single());

    private static MimeMessage Parse(string mail) => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(mail)));
}
