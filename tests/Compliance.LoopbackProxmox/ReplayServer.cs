using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Compliance.LoopbackProxmox;

/// <summary>
/// An HTTPS server on 127.0.0.1 that answers as a recorded Proxmox VE did: same status, reason phrase and body. Only recorded
/// requests are known; a wrong token gets the 401 with empty body (without its three seconds of delay).
/// </summary>
public sealed class ReplayServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate;
    private readonly Dictionary<string, string> _names;
    private readonly ConcurrentDictionary<string, Fault> _faults = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> _faulted = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _connections = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _unrecorded = new();
    private readonly ConcurrentQueue<string> _methods = new();
    private readonly ConcurrentDictionary<RecordedAnswer, byte> _hits = new();
    private int _underWay;
    private int _mostUnderWay;

    private ReplayServer(Recording recording, X509Certificate2 certificate, int port)
    {
        Recording = recording;
        _certificate = certificate;
        _names = recording.Tokens.ToDictionary(token => "PVEAPIToken=" + token.Value, token => token.Key, StringComparer.Ordinal);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.UseHttps(certificate);
            });
        });
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public Recording Recording { get; }

    /// <summary>Such as <c>https://127.0.0.1:41234</c>.</summary>
    public Uri Url { get; private set; } = null!;

    /// <summary>The same by the name in its certificate.</summary>
    public Uri LocalhostUrl => new UriBuilder(Url) { Host = "localhost" }.Uri;

    /// <summary>SHA-256, upper case, colon-separated.</summary>
    public string Fingerprint => BitConverter.ToString(_certificate.GetCertHash(HashAlgorithmName.SHA256)).Replace('-', ':');

    /// <summary>The certificate, which is its own authority.</summary>
    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>Waited before each answer.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Changes every recorded body, so that a test can shuffle what has no order.</summary>
    public Func<byte[], byte[]>? EditAll { get; set; }

    /// <summary>Targets asked for, with a valid token, in the order they came.</summary>
    public ImmutableArray<string> Requests => [.. _requests];

    /// <summary>Of these, the ones that nobody recorded.</summary>
    public ImmutableArray<string> Unrecorded => [.. _unrecorded];

    /// <summary>Methods other than GET; they are refused.</summary>
    public ImmutableArray<string> OtherMethods => [.. _methods];

    /// <summary>Recorded answers that were given.</summary>
    public ImmutableArray<RecordedAnswer> Hits => [.. _hits.Keys];

    public int Connections => _connections.Count;

    /// <summary>The most requests that were being answered at one moment.</summary>
    public int MostUnderWay => _mostUnderWay;

    public static Task<ReplayServer> StartAsync(string folder) => StartAsync(folder, port: 0, certifiedHost: "localhost");

    /// <param name="port">0 for a free one</param>
    /// <param name="certifiedHost">the host its certificate is for; another one than it answers as, to test that it matters</param>
    public static async Task<ReplayServer> StartAsync(string folder, int port, string certifiedHost)
    {
        var server = new ReplayServer(Recording.Load(folder), LoopbackCertificate.Create(TimeProvider.System, certifiedHost), port);
        await server._app.StartAsync();
        var address = server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        server.Url = new Uri(address);
        return server;
    }

    /// <summary>Answers a target below <c>/api2/json</c> in another way from now on.</summary>
    public void Override(string target, Fault fault) => _faults["/api2/json" + target] = fault;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var now = Interlocked.Increment(ref _underWay);
        InterlockedMax(ref _mostUnderWay, now);
        try
        {
            _connections.TryAdd(context.Connection.Id, 0);
            await RespondAsync(context);
        }
        catch (OperationCanceledException)
        {
            // The client gave up: nobody is left to answer.
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task RespondAsync(HttpContext context)
    {
        if (Latency > TimeSpan.Zero)
        {
            await Task.Delay(Latency, context.RequestAborted);
        }

        if (context.Request.Method != HttpMethods.Get)
        {
            _methods.Enqueue(context.Request.Method);
            await SendAsync(context, NotImplemented(context.Request.Method, context.Request.Path), fault: null);
            return;
        }

        if (!_names.TryGetValue(Normal(context.Request.Headers.Authorization.ToString()), out var token))
        {
            var reason = context.Request.Headers.Authorization.Count == 0 ? "No ticket" : "Authentication failed!";
            await SendAsync(context, new RecordedAnswer("GET", "", "", 401, reason, [], null), fault: null);
            return;
        }

        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        _requests.Enqueue(target);
        var recorded = Recording.Find(target, token);
        var fault = FaultFor(target);
        if (recorded is null)
        {
            _unrecorded.Enqueue(target);
        }
        else
        {
            _hits.TryAdd(recorded, 0);
        }

        await SendAsync(context, recorded ?? NotImplemented("GET", target), fault);
    }

    /// <summary>A blank in place of the first '=' is as good to pveproxy (PVE/APIServer/Formatter.pm, extract_auth_value).</summary>
    private static string Normal(string authorization)
        => authorization.StartsWith("PVEAPIToken ", StringComparison.Ordinal) ? $"PVEAPIToken={authorization["PVEAPIToken ".Length..]}" : authorization;

    private Fault? FaultFor(string target)
        => _faults.TryGetValue(target, out var fault) && (fault.Times == 0 || _faulted.AddOrUpdate(target, 1, (_, n) => n + 1) <= fault.Times)
            ? fault
            : null;

    private async Task SendAsync(HttpContext context, RecordedAnswer answer, Fault? fault)
    {
        if (fault is { Delay: var delay } && delay > TimeSpan.Zero)
        {
            await Task.Delay(delay, context.RequestAborted);
        }

        if (fault is { IsReset: true })
        {
            context.Abort();
            return;
        }

        var body = fault?.Body ?? EditAll?.Invoke(answer.Body) ?? answer.Body;
        body = fault?.Edit?.Invoke(body) ?? body;
        var response = context.Features.GetRequiredFeature<IHttpResponseFeature>();
        response.StatusCode = fault?.Status ?? answer.Status;
        response.ReasonPhrase = fault?.Reason ?? answer.Reason;
        if (body.Length > 0)
        {
            context.Response.ContentType = answer.ContentType ?? "application/json;charset=UTF-8";
        }

        context.Response.ContentLength = body.Length;
        if (fault is { IsCutOff: true })
        {
            await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    /// <summary>What the API says of paths and methods it does not have.</summary>
    private static RecordedAnswer NotImplemented(string method, string path)
    {
        var message = $"Method '{method} {path.Replace("/api2/json", "", StringComparison.Ordinal)}' not implemented";
        return new RecordedAnswer(method, path, "", 501, message, Encoding.UTF8.GetBytes($$"""{"data":null,"message":"{{message}}"}"""), null);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen) is var was && was == seen ? value : was;
        }
    }
}
