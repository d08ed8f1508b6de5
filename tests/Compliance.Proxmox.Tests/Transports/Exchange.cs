using System.Net.Sockets;
using System.Text;

namespace Compliance.Proxmox.Tests.Transports;

/// <summary>One request that came in, and the wire to answer on.</summary>
internal sealed class Exchange
{
    private readonly Stream _wire;
    private readonly Socket _socket;

    private Exchange(Stream wire, Socket socket, string request, CancellationToken stopped)
    {
        _wire = wire;
        _socket = socket;
        Request = request;
        Stopped = stopped;
    }

    /// <summary>The whole head, from the method to the empty line.</summary>
    public string Request { get; }

    /// <summary>The target of the request, such as <c>/api2/json/version</c>.</summary>
    public string Target => Request.Split(' ')[1];

    /// <summary>Ends what waits for ever, when the test is over.</summary>
    public CancellationToken Stopped { get; }

    public bool IsClosed { get; private set; }

    /// <summary>Bytes of the answer so far.</summary>
    public long Sent { get; private set; }

    /// <summary>The next request of a connection, or null when the client closed it.</summary>
    public static async Task<Exchange?> ReadAsync(Stream wire, Socket socket, CancellationToken stopped)
    {
        var head = new StringBuilder();
        var next = new byte[1];
        while (!EndsHead(head))
        {
            if (await wire.ReadAsync(next, stopped) == 0)
            {
                return null;
            }

            head.Append((char)next[0]);
        }

        return new Exchange(wire, socket, head.ToString(), stopped);
    }

    public Task SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    public async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        await _wire.WriteAsync(bytes, Stopped);
        await _wire.FlushAsync(Stopped);
        Sent += bytes.Length;
    }

    /// <summary>A whole answer with Content-Length.</summary>
    /// <param name="headers">further ones, each with its line end</param>
    public async Task AnswerAsync(string statusLine, string headers, ReadOnlyMemory<byte> body)
    {
        await SendAsync($"HTTP/1.1 {statusLine}\r\n{headers}Content-Length: {body.Length}\r\n\r\n");
        await SendAsync(body);
    }

    public Task AnswerAsync(string statusLine, string body) => AnswerAsync(statusLine, "", Encoding.UTF8.GetBytes(body));

    /// <summary>Ends the connection in good order.</summary>
    public void Close() => IsClosed = true;

    /// <summary>Ends the connection in the middle, as a process that dies does.</summary>
    public void Reset()
    {
        _socket.LingerState = new LingerOption(enable: true, seconds: 0);
        _socket.Close();
        IsClosed = true;
    }

    /// <summary>Ends when the client closes the connection.</summary>
    public async Task GoneAsync()
    {
        var next = new byte[1];
        try
        {
            while (await _wire.ReadAsync(next, Stopped) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Reset is gone, too.
        }

        IsClosed = true;
    }

    private static bool EndsHead(StringBuilder head)
        => head.Length >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n' && head[^4] == '\r';
}
