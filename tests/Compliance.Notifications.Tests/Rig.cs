using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;
using Compliance.LoopbackProxmox;

namespace Compliance.Notifications.Tests;

/// <summary>Channels to loopback servers, notices to send, and short patience.</summary>
internal static class Rig
{
    private static readonly Place Nowhere = new("notifications.yaml", 1, 1, 1, 1);

    public static NoticeOptions Options { get; } = new()
    {
        Clock = TimeProvider.System,
        Variable = name => name switch { "RIGHT" => "right", "WRONG" => "hunter2", "TWO_LINES" => "hunter2\nBcc: x@y", _ => null },
        AttemptTimeout = TimeSpan.FromSeconds(10),
        FirstPause = TimeSpan.FromMilliseconds(1),
    };

    public static SecretSource Env(string name) => new(false, name);

    public static X509Certificate2 Certificate(string host = "localhost") => LoopbackCertificate.Create(TimeProvider.System, host);

    public static MailChannel Mail(SmtpServer server, MailSecurity security = MailSecurity.None, string? password = null, string? authorities = null, string host = "localhost") => new()
    {
        Name = "admins",
        When = NoticeOccasion.Changed,
        Authorities = authorities,
        Place = Nowhere,
        Server = host,
        Port = server.Port,
        Security = security,
        Login = password is null ? null : new MailLogin("backup", Env(password)),
        From = "backup@example.org",
        To = ["admins@example.org", "boss@example.org"],
    };

    public static WebhookChannel Webhook(HttpServer server, WebhookFormat format = WebhookFormat.Json, SecretSource? token = null, string? authorities = null) => new()
    {
        Name = "phone",
        When = NoticeOccasion.Changed,
        Authorities = authorities,
        Place = Nowhere,
        Format = format,
        Address = $"{(server.Certificate is null ? "http" : "https")}://localhost:{server.Port}/topic",
        SecretAddress = null,
        Token = token,
    };

    public static Notice Notice(params NoticeFinding[] findings) => new()
    {
        Verdict = "drift",
        PreviousVerdict = "compliant",
        Title = "DRIFT: homelab: 1 error (1 new)",
        Summary = ["The live state is not what the policy asks for: 1 error.", "As of 2026-11-23 06:00:00 UTC, policy homelab."],
        Findings = [.. findings],
        Counts = new NoticeCounts(1, 0, 0, 0, 0),
        Policy = "homelab",
        Estate = "homelab",
        AsOf = new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero),
        IsUrgent = true,
    };

    public static NoticeFinding Finding(string message, string? name = "ca01", string standing = "new") => new(standing, "error", "fail", "BKP104", "qemu/101", name, message);

    public static async Task<NoticeOutcome> SendAsync(NoticeChannel channel, Notice? notice = null, NoticeOptions? options = null)
        => (await NoticeSender.SendAsync([(channel, notice ?? Notice())], options ?? Options, CancellationToken.None)).Single();
}
