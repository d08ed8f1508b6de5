using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Compliance.Notifications.Tests;

/// <summary>Takes one request on each connection and gives the answers it was told, in turn; the last one again and again.</summary>
internal sealed class HttpServer : LoopbackServer
{
    private readonly string[] answers;

    private HttpServer(string[] answers) => this.answers = answers;

    public List<HttpPost> Posts { get; } = [];

    /// <param name="answers">status line's end and headers, such as <c>200 OK</c> or <c>429 Slow\r\nRetry-After: 1</c>; <c>drop</c>; <c>hang</c></param>
    public static HttpServer Run(params string[] answers) => Run(null, answers);

    public static HttpServer Run(X509Certificate2? certificate, params string[] answers)
    {
        var server = new HttpServer(answers) { Certificate = certificate };
        server.Start();
        return server;
    }

    protected override async Task ServeAsync(Stream stream, CancellationToken cancellation)
    {
        var head = new List<string>();
        while (await LineAsync(stream, cancellation) is { Length: > 0 } line)
        {
            head.Add(line);
        }

        if (head.Count == 0)
        {
            return;
        }

        var headers = head.Skip(1).Select(line => line.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var body = new byte[int.Parse(headers["Content-Length"].Single(), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellation);
        Posts.Add(new HttpPost(head[0], headers, Encoding.UTF8.GetString(body), body.Length));
        var answer = answers[Math.Min(Posts.Count, answers.Length) - 1];
        if (answer == "hang")
        {
            await Task.Delay(Timeout.Infinite, cancellation);
        }
        else if (answer != "drop")
        {
            await stream.WriteAsync(Encoding.Latin1.GetBytes($"HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), cancellation);
        }
    }

    private static async Task<string> LineAsync(Stream stream, CancellationToken cancellation)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, cancellation) == 1 && one[0] != '\n')
        {
            line.Add(one[0]);
        }

        return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
    }
}
