using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests.Transports;

/// <summary>
/// What the product relies on, of every transport: a class per transport inherits these. What misbehaves here was seen of pveproxy,
/// or is what a network does to it.
/// </summary>
public abstract class Every_transport
{
    private const string Body = """{"data":[{"id":"backup-1"}]}""";
    private const string Message = "{\"data\":null,\"message\":\"Permission check failed\\n\"}";
    private const string Secret = "0f0ec1a1-0000-4c1d-8a11-00000000beef";

    /// <summary>Never awaited to its end in a test that passes; only a hang comes near it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    protected abstract IProxmoxTransport Create(ProxmoxOptions options);

    [Theory]
    [InlineData(200, "OK", Body)]
    [InlineData(400, "Parameter verification failed.", """{"data":null,"errors":{"id":"No such job"}}""")]
    [InlineData(401, "No ticket", "")]
    [InlineData(403, "Permission check failed (/storage/local-backup, Datastore.Allocate)", Message)]
    [InlineData(500, "hostname lookup 'nosuch' failed - failed to get address info for: nosuch", Message)]
    [InlineData(500, "", "")]
    [InlineData(501, "Method 'GET /nosuch' not implemented", Message)]
    [InlineData(503, "Service Unavailable", "")]
    [InlineData(595, "Connection refused", "")]
    [InlineData(595, "", "")]
    [InlineData(596, "Connection timed out", "")]
    [InlineData(596, "", "")]
    [InlineData(599, "Too many redirections", "")]
    public async Task Status_reason_and_body_are_those_of_the_server(int status, string reason, string body)
    {
        await using var server = RawServer.Start(e => e.AnswerAsync($"{status} {reason}", body));

        var reply = await AskAsync(server);

        (reply.Status, reply.Reason, Text(reply)).Should().Be((status, reason, body));
    }

    [Theory]
    [InlineData("HTTP/1.1 596\r\nContent-Length: 0\r\n\r\n", 596)]
    [InlineData("HTTP/1.0 595 Connection refused\r\nContent-Length: 0\r\n\r\n", 595)]
    [InlineData("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 403 no\r\nContent-Length: 0\r\n\r\n", 403)]
    [InlineData("HTTP/1.1 204 No Content\r\n\r\n", 204)]
    public async Task Terse_heads_are_understood(string head, int status)
    {
        await using var server = RawServer.Start(e => e.SendAsync(head));

        (await AskAsync(server)).Status.Should().Be(status);
    }

    [Fact]
    public async Task Empty_body_with_200_is_an_empty_answer()
    {
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", ""));

        (await AskAsync(server)).Body.Length.Should().Be(0);
    }

    [Fact]
    public async Task Refusal_without_length_ends_with_the_connection()
    {
        await using var server = RawServer.Start(async e =>
        {
            await e.SendAsync("HTTP/1.1 401 No ticket\r\nConnection: close\r\n\r\n");
            e.Close();
        });

        var reply = await AskAsync(server);

        (reply.Status, reply.Reason, Text(reply)).Should().Be((401, "No ticket", ""));
    }

    [Fact]
    public async Task Chunks_are_put_together()
    {
        await using var server = RawServer.Start(async e =>
        {
            await e.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            foreach (var part in Body.Chunk(5))
            {
                await e.SendAsync($"{part.Length:x}\r\n{new string(part)}\r\n");
            }

            await e.SendAsync("0\r\n\r\n");
        });

        Text(await AskAsync(server)).Should().Be(Body);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Compressed_answer_is_asked_for_and_unpacked(string encoding)
    {
        var packed = Pack(encoding, Encoding.UTF8.GetBytes(Body));
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", $"Content-Encoding: {encoding}\r\n", packed));

        Text(await AskAsync(server)).Should().Be(Body);
        server.Requests.Single().Should().MatchRegex($"(?i)\r\nAccept-Encoding: [^\r]*{encoding}");
    }

    [Fact]
    public async Task Two_Connection_headers_are_no_fault()
    {
        await using var server = RawServer.Start(e => e.AnswerAsync(
            "200 OK", "Connection: close\r\nConnection: Keep-Alive\r\n", Encoding.UTF8.GetBytes(Body)));
        using var transport = Create(Options(server));

        for (var i = 0; i < 3; i++)
        {
            Text(await AskAsync(transport, Options(server), "/version")).Should().Be(Body);
        }
    }

    [Fact]
    public async Task Connection_is_used_again_whatever_the_status_was()
    {
        string[] answers = ["200 OK", "403 Permission check failed", "500 no", "501 Method not implemented", "595 Connection refused", "200 OK"];
        var turn = -1;
        await using var server = RawServer.Start(e => e.AnswerAsync(answers[Interlocked.Increment(ref turn)], Body));
        using var transport = Create(Options(server));

        foreach (var answer in answers)
        {
            (await AskAsync(transport, Options(server), "/version")).Status.Should().Be(int.Parse(answer[..3], null));
        }

        server.Connections.Should().Be(1);
    }

    [Fact]
    public async Task No_more_connections_than_allowed_are_opened()
    {
        var release = new TaskCompletionSource();
        var two = new CountdownEvent(2);
        await using var server = RawServer.Start(async e =>
        {
            if (!two.IsSet)
            {
                two.Signal();
            }

            await release.Task.WaitAsync(e.Stopped);
            await e.AnswerAsync("200 OK", Body);
        });
        var options = Options(server) with { Connections = 2 };
        using var transport = Create(options);

        var all = Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AskAsync(transport, options, "/version")));
        await Task.Run(() => two.Wait(Patience));
        release.SetResult();

        (await all).Should().HaveCount(6);
        server.Connections.Should().BeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Connection_the_server_closed_meanwhile_is_opened_anew()
    {
        await using var server = RawServer.Start(async e =>
        {
            await e.AnswerAsync("200 OK", Body);
            e.Close();
        });
        using var transport = Create(Options(server));

        (await AskAsync(transport, Options(server), "/version")).Status.Should().Be(200);
        (await AskAsync(transport, Options(server), "/version")).Status.Should().Be(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 20")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Le")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"data\":[]}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n{\"data\":[]}\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n{\"data\":[]}\r\n0\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"data\":[]}")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nb\r\n{\"data\":[]}\r\nnonsense\r\n\r\n")]
    public async Task Part_of_an_answer_is_never_taken_for_the_whole(string sent)
    {
        await using var server = RawServer.Start(async e =>
        {
            await e.SendAsync(sent);
            e.Close();
        });

        (await FailAsync(server, Options(server))).Fault.Should().Be(InventoryFault.ConnectionLost);
    }

    [Fact]
    public async Task Connection_that_is_reset_is_lost()
    {
        await using var server = RawServer.Start(async e =>
        {
            await e.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{");
            e.Reset();
        });

        (await FailAsync(server, Options(server))).Fault.Should().Be(InventoryFault.ConnectionLost);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Compressed_answer_that_was_cut_off_or_damaged_is_lost(string encoding)
    {
        var packed = Pack(encoding, Encoding.UTF8.GetBytes(Body));
        await using var half = RawServer.Start(e => e.AnswerAsync("200 OK", $"Content-Encoding: {encoding}\r\n", packed.AsMemory(0, packed.Length / 2)));
        await using var noise = RawServer.Start(e => e.AnswerAsync("200 OK", $"Content-Encoding: {encoding}\r\n", Encoding.ASCII.GetBytes(Body)));

        (await FailAsync(half, Options(half))).Fault.Should().Be(InventoryFault.ConnectionLost);
        (await FailAsync(noise, Options(noise))).Fault.Should().Be(InventoryFault.ConnectionLost);
    }

    [Fact]
    public async Task What_does_not_speak_HTTP_is_not_Proxmox()
    {
        await using var server = RawServer.Start(async e =>
        {
            await e.SendAsync("SSH-2.0-OpenSSH_9.2\r\n\r\n");
            e.Close();
        });

        (await FailAsync(server, Options(server))).Fault.Should().Be(InventoryFault.NotProxmox);
    }

    [Fact]
    public async Task Answer_without_end_ends_by_size_and_is_not_swallowed()
    {
        long sent = 0;
        var closed = new TaskCompletionSource();
        await using var server = RawServer.Start(async e =>
        {
            var spaces = Encoding.ASCII.GetBytes("10000\r\n" + new string(' ', 1 << 16) + "\r\n");
            try
            {
                await e.SendAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (true)
                {
                    await e.SendAsync(spaces);
                }
            }
            finally
            {
                sent = e.Sent;
                closed.SetResult();
            }
        });

        var error = await FailAsync(server, Options(server) with { ResponseLimit = 2 << 20 });

        error.Fault.Should().Be(InventoryFault.NotProxmox);
        error.Reason.Should().Be("the answer is larger than 2 MiB");
        await closed.Task.WaitAsync(Patience);
        sent.Should().BeLessThan(64 << 20, "the client reads no further, beyond what buffers hold");
    }

    [Fact]
    public async Task Announced_size_is_not_believed()
    {
        await using var server = RawServer.Start(async e =>
        {
            await e.SendAsync("HTTP/1.1 200 OK\r\nContent-Length: 9000000000000000000\r\n\r\n{");
            e.Close();
        });

        (await FailAsync(server, Options(server))).Fault.Should().Be(InventoryFault.ConnectionLost);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task Size_counts_after_unpacking(string encoding)
    {
        var bomb = Pack(encoding, new byte[8 << 20]);
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", $"Content-Encoding: {encoding}\r\n", bomb));

        (await FailAsync(server, Options(server) with { ResponseLimit = 1 << 20 })).Reason.Should().Be("the answer is larger than 1 MiB");
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Filler: ", "x")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", " ")]
    public async Task Answer_that_only_drips_ends_by_time(string head, string drop)
    {
        await using var server = RawServer.Start(async e =>
        {
            await e.SendAsync(head);
            while (true)
            {
                await e.SendAsync(drop);
                await Task.Delay(20, e.Stopped);
            }
        });

        var error = await FailAsync(server, Options(server) with { ResponseTimeout = TimeSpan.FromMilliseconds(500) });

        error.Fault.Should().Be(InventoryFault.TimedOut);
        error.Reason.Should().Be("no complete answer within 0.5 s");
    }

    [Fact]
    public async Task First_byte_may_come_late_but_in_time()
    {
        var (asked, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = RawServer.Start(async e =>
        {
            asked.SetResult();
            await release.Task.WaitAsync(e.Stopped);
            await e.AnswerAsync("200 OK", Body);
        });
        using var transport = Create(Options(server));

        var reply = AskAsync(transport, Options(server), "/version");
        await asked.Task.WaitAsync(Patience);
        reply.IsCompleted.Should().BeFalse();
        release.SetResult();

        Text(await reply).Should().Be(Body);
    }

    [Fact]
    public async Task First_byte_that_comes_too_late_ends_by_time_and_gives_the_connection_up()
    {
        var gone = new TaskCompletionSource();
        await using var server = RawServer.Start(async e =>
        {
            await e.GoneAsync();
            gone.SetResult();
        });

        var error = await FailAsync(server, Options(server) with { ResponseTimeout = TimeSpan.FromSeconds(3) });

        error.Fault.Should().Be(InventoryFault.TimedOut);
        await gone.Task.WaitAsync(Patience);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{")]
    public async Task Cancelling_is_prompt_and_gives_the_connection_up(string sent)
    {
        var (asked, gone) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var server = RawServer.Start(async e =>
        {
            await e.SendAsync(sent);
            asked.SetResult();
            await e.GoneAsync();
            gone.SetResult();
        });
        using var transport = Create(Options(server));
        using var cancel = new CancellationTokenSource();

        var reply = ReplyReader.GetAsync(transport, Options(server), server.Url, "/version", cancel.Token);
        await asked.Task.WaitAsync(Patience);
        var clock = Stopwatch.StartNew();
        await cancel.CancelAsync();

        await reply.Invoking(r => r).Should().ThrowAsync<OperationCanceledException>();
        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "the time for an answer is a minute");
        await gone.Task.WaitAsync(Patience);
    }

    [Fact]
    public async Task Cancelled_request_is_never_sent()
    {
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", Body));
        using var transport = Create(Options(server));

        var ask = () => transport.GetAsync(server.Url, "/version", new CancellationToken(canceled: true));

        await ask.Should().ThrowAsync<OperationCanceledException>();
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Silence_while_connecting_ends_by_time_or_when_cancelled()
    {
        await using var server = RawServer.StartSilent();
        var options = Options(server);

        var error = await FailAsync(server, options with { ConnectTimeout = TimeSpan.FromMilliseconds(300) });
        error.Fault.Should().Be(InventoryFault.Unreachable);
        error.Reason.Should().Be("no connection in time");

        using var transport = Create(options);
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var ask = () => transport.GetAsync(server.Url, "/version", cancel.Token);
        await ask.Should().ThrowAsync<OperationCanceledException>();
    }

    [Fact]
    public async Task Closed_port_is_unreachable()
    {
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", Body));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var closed = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        listener.Stop();
        using var transport = Create(Options(server));

        var ask = () => transport.GetAsync(closed, "/version", CancellationToken.None);

        (await ask.Should().ThrowAsync<InventoryException>()).Which.Fault.Should().Be(InventoryFault.Unreachable);
    }

    [Fact]
    public async Task Wrong_certificate_is_refused_before_anything_is_sent()
    {
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", Body));
        await using var other = RawServer.Start(e => e.AnswerAsync("200 OK", Body));
        using var authority = new ScratchFile(other.Pem);
        ServerTrust[] wrong = [ServerTrust.System, ServerTrust.Pinned([other.Fingerprint]), ServerTrust.FromPemFile(authority.Path, out _)!];

        foreach (var trust in wrong)
        {
            var error = await FailAsync(server, Options(server) with { Trust = trust });
            error.Fault.Should().Be(InventoryFault.CertificateRefused);
            error.Message.Should().Contain(server.Fingerprint.ToString());
        }

        server.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("pve7.example", -1, 30)]
    [InlineData("localhost", -30, -1)]
    [InlineData("localhost", 1, 30)]
    public async Task Own_authority_does_not_excuse_another_name_or_date(string host, int fromDay, int toDay)
    {
        var now = TimeProvider.System.GetUtcNow();
        await using var server = RawServer.Start(
            e => e.AnswerAsync("200 OK", Body), LoopbackCertificate.Create(host, now.AddDays(fromDay), now.AddDays(toDay)));
        using var authority = new ScratchFile(server.Pem);

        var error = await FailAsync(server, Options(server) with { Trust = ServerTrust.FromPemFile(authority.Path, out _)! });

        error.Fault.Should().Be(InventoryFault.CertificateRefused);
        server.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Right_authority_and_right_pin_are_accepted()
    {
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", Body));
        using var authority = new ScratchFile(server.Pem);

        (await AskAsync(server)).Status.Should().Be(200);
        using var transport = Create(Options(server) with { Trust = ServerTrust.FromPemFile(authority.Path, out _)! });
        (await AskAsync(transport, Options(server), "/version")).Status.Should().Be(200);
    }

    [Fact]
    public async Task Redirect_is_not_followed_and_no_cookie_is_kept()
    {
        await using var server = RawServer.Start(e => e.AnswerAsync(
            "301 Moved Permanently", $"Location: /elsewhere\r\nSet-Cookie: PVEAuthCookie=x; path=/; secure\r\n", default));
        using var transport = Create(Options(server));

        (await AskAsync(transport, Options(server), "/version")).Status.Should().Be(301);
        (await AskAsync(transport, Options(server), "/version")).Status.Should().Be(301);

        server.Requests.Should().HaveCount(2).And.OnlyContain(r => !r.Contains("elsewhere", StringComparison.Ordinal) && !r.Contains("Cookie", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("/version")]
    [InlineData("/nodes/pve1/storage/local-backup/prunebackups?prune-backups=keep-all%3D1")]
    [InlineData("/cluster/jobs/schedule-analyze?schedule=mon..sat%2021%3A00&iterations=3")]
    [InlineData("/nodes/pve1/tasks/UPID%3Apve1%3A0000%2F1/log?limit=0")]
    public async Task Nothing_but_a_GET_of_the_path_with_the_token_is_sent(string path)
    {
        await using var server = RawServer.Start(e => e.AnswerAsync("200 OK", Body));
        using var transport = Create(Options(server));

        await AskAsync(transport, Options(server), path);

        var request = server.Requests.Single();
        request.Should().StartWith($"GET /api2/json{path} HTTP/1.1\r\n");
        // pveproxy takes a blank in place of the first '=', too (PVE/APIServer/Formatter.pm, extract_auth_value).
        request.Should().MatchRegex($"\r\nAuthorization: PVEAPIToken[= ]audit@pve!policy={Secret}\r\n");
        request.Should().NotMatchRegex("(?i)\r\n(content-length|transfer-encoding|cookie|csrfpreventiontoken|expect|upgrade):");
    }

    private static string Text(ProxmoxReply reply) => Encoding.UTF8.GetString(reply.Body.Span);

    private static ProxmoxOptions Options(RawServer server) => new()
    {
        Servers = [server.Url],
        Token = ApiToken.Parse($"audit@pve!policy={Secret}", out _)!,
        Trust = ServerTrust.Pinned([server.Fingerprint]),
    };

    private async Task<ProxmoxReply> AskAsync(RawServer server)
    {
        using var transport = Create(Options(server));
        return await AskAsync(transport, Options(server), "/version");
    }

    private static Task<ProxmoxReply> AskAsync(IProxmoxTransport transport, ProxmoxOptions options, string path)
        => ReplyReader.GetAsync(transport, options, options.Servers[0], path, CancellationToken.None);

    /// <summary>Asks, and holds of every fault that it is told in one line without the secret, and that only GET was sent.</summary>
    private async Task<InventoryException> FailAsync(RawServer server, ProxmoxOptions options)
    {
        using var transport = Create(options);
        var ask = () => AskAsync(transport, options, "/version").WaitAsync(Patience);
        var error = (await ask.Should().ThrowAsync<InventoryException>()).Which;
        error.Message.Should().NotContain("\n").And.NotContain("beef").And.Contain(server.Url.Authority);
        server.Requests.Where(r => !r.StartsWith("GET ", StringComparison.Ordinal)).Should().BeEmpty();
        return error;
    }

    private static byte[] Pack(string encoding, byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (Stream packer = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest) : new ZLibStream(packed, CompressionLevel.Fastest))
        {
            packer.Write(bytes);
        }

        return packed.ToArray();
    }
}
