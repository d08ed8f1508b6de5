using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Compliance.Notifications.Tests;

/// <summary>Listens on a free port of 127.0.0.1, and serves one connection after the other until it is disposed of.</summary>
internal abstract class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly List<Task> connections = [];
    private Task accepting = Task.CompletedTask;
    private int count;

    /// <summary>With TLS from the first byte, when set.</summary>
    public X509Certificate2? Certificate { get; init; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections => count;

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await accepting;
        // Only now: a listener that stopped between two connections would be asked for the next one.
        listener.Stop();
        await Task.WhenAll(connections);
        end.Dispose();
    }

    protected void Start()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    protected abstract Task ServeAsync(Stream stream, CancellationToken cancellation);

    protected static async Task<SslStream> SecureAsync(Stream stream, X509Certificate2 certificate, CancellationToken cancellation)
    {
        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellation);
        return secure;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(end.Token);
                count++;
                connections.Add(ConnectionAsync(client));
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // the end
        }
    }

    private async Task ConnectionAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream stream = client.GetStream();
                await ServeAsync(Certificate is null ? stream : await SecureAsync(stream, Certificate, end.Token), end.Token);
            }
            catch (Exception fault) when (fault is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // the client has had enough
            }
        }
    }
}
