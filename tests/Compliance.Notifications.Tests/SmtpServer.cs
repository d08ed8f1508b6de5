using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Compliance.Notifications.Tests;

/// <summary>A mail server that takes what RFC 5321 asks for, or fails at a command as it is told.</summary>
internal sealed class SmtpServer : LoopbackServer
{
    private SmtpServer()
    {
    }

    /// <summary>Offered by STARTTLS when set.</summary>
    public X509Certificate2? StartTls { get; init; }

    /// <summary>Offered when set, such as <c>PLAIN</c>; the one password it takes is <c>right</c>.</summary>
    public string? Auth { get; init; }

    /// <summary>Answers to commands instead of its own, such as <c>RCPT</c>: a reply, <c>drop</c>, or <c>hang</c>. Each is given once, or always behind a <c>*</c>.</summary>
    public Dictionary<string, string> Instead { get; init; } = [];

    /// <summary>Every command, in order.</summary>
    public List<string> Commands { get; } = [];

    /// <summary>What came as mail.</summary>
    public List<string> Mails { get; } = [];

    public static SmtpServer Run(X509Certificate2? startTls = null, X509Certificate2? tls = null, string? auth = null, params (string Command, string Answer)[] instead)
    {
        var server = new SmtpServer { StartTls = startTls, Certificate = tls, Auth = auth, Instead = instead.ToDictionary(one => one.Command, one => one.Answer) };
        server.Start();
        return server;
    }

    protected override async Task ServeAsync(Stream stream, CancellationToken cancellation)
    {
        var (reader, isSecure) = (new StreamReader(stream, Encoding.Latin1), false);
        if (!await AnswerAsync(stream, "CONNECT", "220 loopback ESMTP", cancellation))
        {
            return;
        }

        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            Commands.Add(line);
            var command = line.Split(' ')[0].ToUpperInvariant();
            switch (command)
            {
                case "EHLO":
                    string[] offers = ["loopback", .. StartTls is not null && !isSecure ? ["STARTTLS"] : Array.Empty<string>(), .. Auth is null ? [] : new[] { $"AUTH {Auth}" }, "8BITMIME"];
                    await WriteAsync(stream, string.Concat(offers.Select((offer, at) => $"250{(at == offers.Length - 1 ? ' ' : '-')}{offer}\r\n")), cancellation);
                    break;
                case "STARTTLS" when StartTls is not null:
                    await WriteAsync(stream, "220 go\r\n", cancellation);
                    stream = await SecureAsync(stream, StartTls, cancellation);
                    (reader, isSecure) = (new StreamReader(stream, Encoding.Latin1), true);
                    break;
                case "AUTH":
                    await WriteAsync(stream, await IsRightAsync(line, reader, stream, cancellation) ? "235 welcome\r\n" : "535 no: you said it wrong\r\n", cancellation);
                    break;
                case "DATA":
                    if (!await AnswerAsync(stream, command, "354 go", cancellation))
                    {
                        return;
                    }

                    Mails.Add(await MailAsync(reader, cancellation));
                    if (!await AnswerAsync(stream, "TAKEN", "250 taken", cancellation))
                    {
                        return;
                    }

                    break;
                case "QUIT":
                    await AnswerAsync(stream, command, "221 bye", cancellation);
                    return;
                default:
                    if (!await AnswerAsync(stream, command, "250 ok", cancellation))
                    {
                        return;
                    }

                    break;
            }
        }
    }

    private static async Task<bool> IsRightAsync(string line, StreamReader reader, Stream stream, CancellationToken cancellation)
    {
        var parts = line.Split(' ');
        if (parts[1] == "PLAIN")
        {
            var proof = parts.Length > 2 ? parts[2] : await AskAsync("", reader, stream, cancellation);
            return Decoded(proof) == "\0backup\0right";
        }

        var user = parts.Length > 2 ? parts[2] : await AskAsync("VXNlcm5hbWU6", reader, stream, cancellation);
        var password = await AskAsync("UGFzc3dvcmQ6", reader, stream, cancellation);
        return (Decoded(user), Decoded(password)) == ("backup", "right");
    }

    private static async Task<string> AskAsync(string prompt, StreamReader reader, Stream stream, CancellationToken cancellation)
    {
        await WriteAsync(stream, $"334 {prompt}\r\n", cancellation);
        return await reader.ReadLineAsync(cancellation) ?? "";
    }

    private static string Decoded(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));

    private static async Task<string> MailAsync(StreamReader reader, CancellationToken cancellation)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(cancellation) is { } line and not ".")
        {
            mail.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        }

        return mail.ToString();
    }

    /// <returns>false when the connection ends here</returns>
    private async Task<bool> AnswerAsync(Stream stream, string command, string usual, CancellationToken cancellation)
    {
        var answer = Instead.GetValueOrDefault("*" + command) ?? (Instead.Remove(command, out var once) ? once : usual);
        switch (answer)
        {
            case "drop":
                return false;
            case "hang":
                await Task.Delay(Timeout.Infinite, cancellation);
                return false;
            default:
                await WriteAsync(stream, answer + "\r\n", cancellation);
                return true;
        }
    }

    private static async Task WriteAsync(Stream stream, string text, CancellationToken cancellation) => await stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellation);
}
