using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Compliance.LoopbackProxmox;

namespace Compliance.Proxmox.Tests.Transports;

/// <summary>
/// A TLS server on 127.0.0.1 that writes byte for byte what a test wants, right or wrong, and remembers what it was sent.
/// Kestrel would not let a test misbehave.
/// </summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2 _certificate;
    private readonly Func<Exchange, Task> _answer;
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentBag<Task> _clients = [];
    private readonly Task _accepting;
    private int _connections;

    private RawServer(X509Certificate2 certificate, Func<Exchange, Task> answer)
    {
        _certificate = certificate;
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Url => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public CertificateFingerprint Fingerprint
        => CertificateFingerprint.Parse(_certificate.GetCertHashString(HashAlgorithmName.SHA256), out _)!;

    public string Pem => _certificate.ExportCertificatePem();

    /// <summary>Heads of the requests, from the method to the empty line.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>TCP connections that were opened, with or without a request.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>False: connections are accepted, and then nothing is said, not even TLS.</summary>
    public bool SpeaksTls { get; init; } = true;

    /// <param name="answer">one request; it may write anything, close, or wait for ever</param>
    public static RawServer Start(Func<Exchange, Task> answer) => Start(answer, LoopbackCertificate.Create(TimeProvider.System, "localhost"));

    public static RawServer Start(Func<Exchange, Task> answer, X509Certificate2 certificate) => new(certificate, answer);

    public static RawServer StartSilent()
        => new(LoopbackCertificate.Create(TimeProvider.System, "localhost"), _ => Task.CompletedTask) { SpeaksTls = false };

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_clients);
        _certificate.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _stop.Token.ThrowIfCancellationRequested();
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _clients.Add(ServeAsync(client));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            if (!SpeaksTls)
            {
                await Task.Delay(Timeout.Infinite, _stop.Token);
            }

            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
            while (await Exchange.ReadAsync(tls, client.Client, _stop.Token) is { } exchange)
            {
                _requests.Enqueue(exchange.Request);
                await _answer(exchange);
                if (exchange.IsClosed)
                {
                    return;
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
        {
            // The client refused, gave up, or the test is over.
        }
    }
}
