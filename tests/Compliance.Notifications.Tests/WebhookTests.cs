using System.Diagnostics;

namespace Compliance.Notifications.Tests;

/// <summary>Notices to webhooks: what is tried again, what is not, and what nobody is told.</summary>
public sealed class WebhookTests : IDisposable
{
    private readonly string authorities = Path.GetTempFileName();

    [Fact]
    public async Task A_notice_is_posted_with_its_token()
    {
        await using var server = HttpServer.Run("204 No Content");

        (await Rig.SendAsync(Rig.Webhook(server, token: Rig.Env("RIGHT")))).Fault.Should().BeNull();

        var post = server.Posts.Single();
        post.Line.Should().Be("POST /topic HTTP/1.1");
        post.Headers["Authorization"].Should().Equal("Bearer right");
        post.Headers["Content-Type"].Should().Equal("application/json; charset=utf-8");
    }

    [Fact]
    public async Task Gotify_wants_the_token_in_a_header_of_its_own()
    {
        await using var server = HttpServer.Run("200 OK");

        await Rig.SendAsync(Rig.Webhook(server, WebhookFormat.Gotify, Rig.Env("RIGHT")));

        server.Posts.Single().Headers["X-Gotify-Key"].Should().Equal("right");
        server.Posts.Single().Headers["Authorization"].Should().BeEmpty();
    }

    [Theory]
    [InlineData("500 Oops")]
    [InlineData("503 Busy")]
    [InlineData("408 Late")]
    [InlineData("429 Slow\r\nRetry-After: 0")]
    [InlineData("429 Slow\r\nRetry-After: Mon, 23 Nov 2020 06:00:00 GMT")]
    [InlineData("drop")]
    public async Task What_may_pass_is_tried_again(string answer)
    {
        await using var server = HttpServer.Run(answer, "200 OK");

        (await Rig.SendAsync(Rig.Webhook(server))).Fault.Should().BeNull();
        server.Posts.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("500 Oops", "localhost cannot take it now (HTTP 500) (3 attempts)", 3)]
    [InlineData("401 Who", "localhost refuses the token or wants one (HTTP 401)", 1)]
    [InlineData("403 No", "localhost refuses the token or wants one (HTTP 403)", 1)]
    [InlineData("404 Where", "localhost knows no such address (HTTP 404)", 1)]
    [InlineData("400 What", "localhost refuses (HTTP 400)", 1)]
    [InlineData("413 Much", "localhost refuses (HTTP 413)", 1)]
    [InlineData("429 Slow\r\nRetry-After: 3600", "localhost cannot take it now (HTTP 429) (1 attempt; it asks to wait 3600 seconds, which is too long)", 1)]
    public async Task What_does_not_pass_ends(string answer, string because, int posts)
    {
        await using var server = HttpServer.Run(answer);

        (await Rig.SendAsync(Rig.Webhook(server))).Fault.Should().Be(because);
        server.Posts.Should().HaveCount(posts);
    }

    [Fact]
    public async Task Retry_After_is_waited_for()
    {
        await using var server = HttpServer.Run("429 Slow\r\nRetry-After: 1", "200 OK");
        var started = Stopwatch.GetTimestamp();

        (await Rig.SendAsync(Rig.Webhook(server))).Fault.Should().BeNull();

        Stopwatch.GetElapsedTime(started).Should().BeGreaterThan(TimeSpan.FromSeconds(0.9));
    }

    [Fact]
    public async Task A_redirection_is_not_followed_with_the_token()
    {
        await using var elsewhere = HttpServer.Run("200 OK");
        await using var server = HttpServer.Run($"307 There\r\nLocation: http://localhost:{elsewhere.Port}/");

        (await Rig.SendAsync(Rig.Webhook(server, token: Rig.Env("RIGHT")))).Fault.Should().Be("localhost points elsewhere (HTTP 307): name the address it points to");
        elsewhere.Connections.Should().Be(0);
    }

    [Fact]
    public async Task A_server_that_hangs_is_left()
    {
        await using var server = HttpServer.Run("hang");

        (await Rig.SendAsync(Rig.Webhook(server), options: Rig.Options with { AttemptTimeout = TimeSpan.FromMilliseconds(300) })).Fault.Should().Be("no answer within 0.3 seconds (3 attempts)");
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_nothing()
    {
        using var certificate = Rig.Certificate();
        await using var server = HttpServer.Run(certificate, "200 OK");

        (await Rig.SendAsync(Rig.Webhook(server, token: Rig.Env("RIGHT")))).Fault.Should().Contain("certificate is not trusted");
        server.Posts.Should().BeEmpty();
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("hooks.example.org", false)]
    public async Task Authorities_of_ones_own_vouch_for_their_names_only(string host, bool isTrusted)
    {
        using var certificate = Rig.Certificate(host);
        await File.WriteAllTextAsync(authorities, certificate.ExportCertificatePem());
        await using var server = HttpServer.Run(certificate, "200 OK");

        (await Rig.SendAsync(Rig.Webhook(server, authorities: authorities))).IsDelivered.Should().Be(isTrusted);
        server.Posts.Should().HaveCount(isTrusted ? 1 : 0);
    }

    [Fact]
    public async Task A_file_of_authorities_without_any_is_said()
    {
        await using var server = HttpServer.Run("200 OK");

        (await Rig.SendAsync(Rig.Webhook(server, authorities: authorities))).Fault.Should().Be($"the ca-file {authorities} holds no certificate");
        (await Rig.SendAsync(Rig.Webhook(server, authorities: "/nonexistent"))).Fault.Should().Be("the ca-file /nonexistent cannot be read");
    }

    [Theory]
    [InlineData("http://hooks.example.org/hunter2")]
    [InlineData("ftp://localhost/hunter2")]
    [InlineData("hunter2")]
    public async Task A_secret_address_that_is_not_encrypted_is_refused_and_not_shown(string address)
    {
        await using var server = HttpServer.Run("200 OK");
        var channel = Rig.Webhook(server, WebhookFormat.Slack) with { Address = null, SecretAddress = Rig.Env("URL") };

        var outcome = await Rig.SendAsync(channel, options: Rig.Options with { Variable = _ => address });

        outcome.Fault.Should().Be("the environment variable URL holds no address that begins with https://");
    }

    [Fact]
    public async Task A_secret_address_is_used_and_its_path_is_never_told()
    {
        await using var server = HttpServer.Run("404 no /services/hunter2");
        var channel = Rig.Webhook(server, WebhookFormat.Slack) with { Address = null, SecretAddress = Rig.Env("URL") };

        var outcome = await Rig.SendAsync(channel, options: Rig.Options with { Variable = _ => $"http://localhost:{server.Port}/services/hunter2\n" });

        server.Posts.Single().Line.Should().Contain("/services/hunter2");
        outcome.Fault.Should().Be("localhost knows no such address (HTTP 404)");
    }

    [Fact]
    public async Task Secrets_are_read_from_files_without_their_line_end()
    {
        await using var server = HttpServer.Run("200 OK");
        await File.WriteAllTextAsync(authorities, "tk_1\n");

        await Rig.SendAsync(Rig.Webhook(server, token: new SecretSource(true, authorities)));

        server.Posts.Single().Headers["Authorization"].Should().Equal("Bearer tk_1");
        (await Rig.SendAsync(Rig.Webhook(server, token: new SecretSource(true, "/nonexistent/t")))).Fault.Should().Be("the file /nonexistent/t is not there");
        (await Rig.SendAsync(Rig.Webhook(server, token: new SecretSource(true, Path.GetTempPath())))).Fault.Should().Contain("cannot be read");
    }

    [Fact]
    public async Task One_channel_that_fails_keeps_no_other_from_being_told()
    {
        await using var good = HttpServer.Run("200 OK");
        await using var bad = HttpServer.Run("400 no");
        await using var mail = SmtpServer.Run();

        var outcomes = await NoticeSender.SendAsync(
            [(Rig.Webhook(bad), Rig.Notice()), (Rig.Webhook(good, token: Rig.Env("MISSING")), Rig.Notice()), (Rig.Webhook(good), Rig.Notice()), (Rig.Mail(mail), Rig.Notice())], Rig.Options, CancellationToken.None);

        outcomes.Select(outcome => outcome.IsDelivered).Should().Equal(false, false, true, true);
    }

    public void Dispose() => File.Delete(authorities);
}
