using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Compliance.Core.Model;

namespace Compliance.Notifications;

/// <summary>Posts one notice to one address. It follows no redirection: that would hand the token to whoever is named there.</summary>
internal sealed class WebhookSender
{
    private readonly Uri address;
    private readonly WebhookChannel channel;
    private readonly WebhookBody body;
    private readonly string? token;
    private readonly NoticeOptions options;
    private readonly System.Net.Security.RemoteCertificateValidationCallback trust;

    private WebhookSender(WebhookChannel channel, Uri address, string? token, WebhookBody body, NoticeOptions options)
    {
        this.channel = channel;
        this.address = address;
        this.token = token;
        this.body = body;
        this.options = options;
        trust = ServerTrust.Of(channel.Authorities);
    }

    /// <exception cref="DeliveryException">a secret or a file of authorities cannot be read</exception>
    public static WebhookSender Prepare(WebhookChannel channel, Notice notice, NoticeOptions options)
    {
        var written = channel.Address ?? Secrets.Read(channel.SecretAddress!, options.Variable);
        var token = channel.Token is { } source ? Secrets.Read(source, options.Variable) : null;
        if (!Uri.TryCreate(written, UriKind.Absolute, out var address) || !IsSafe(address))
        {
            throw DeliveryException.Final($"{channel.SecretAddress?.ToString() ?? "its url"} holds no address that begins with https://");
        }

        return token is not null && !token.All(char.IsAscii)
            ? throw DeliveryException.Final($"{channel.Token} holds no token: tokens are ASCII")
            : new WebhookSender(channel, address, token, WebhookBody.Of(channel.Format, notice), options);
    }

    public async Task SendAsync(CancellationToken cancellation)
    {
        try
        {
            using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
            handler.SslOptions.RemoteCertificateValidationCallback = trust;
            using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
            using var request = Request();
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                throw Refused(answer);
            }
        }
        catch (HttpRequestException fault)
        {
            throw fault.HttpRequestError == HttpRequestError.SecureConnectionError
                ? DeliveryException.Final($"no encrypted connection to {address.Host}: its certificate is not trusted or is of another name")
                : DeliveryException.Passing(fault.HttpRequestError == HttpRequestError.NameResolutionError ? $"nobody knows the name {address.Host}" : $"cannot reach {address.Host}, port {address.Port}");
        }
        catch (IOException)
        {
            throw DeliveryException.Passing($"the connection to {address.Host} broke off");
        }
    }

    private static bool IsSafe(Uri address) => address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true };

    private HttpRequestMessage Request()
    {
        var content = new ByteArrayContent(body.Content);
        content.Headers.ContentType = new MediaTypeHeaderValue(body.MediaType, "utf-8");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("pve-compliance", null));
        foreach (var (name, value) in body.Headers)
        {
            request.Headers.Add(name, value);
        }

        if (token is not null && channel.Format == WebhookFormat.Gotify)
        {
            request.Headers.Add("X-Gotify-Key", token);
        }
        else if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return request;
    }

    // Only the number: what a server says beside it may repeat what it was told.
    private DeliveryException Refused(HttpResponseMessage answer)
    {
        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        return answer.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => DeliveryException.Final($"{address.Host} refuses the token or wants one (HTTP {status})"),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => DeliveryException.Final($"{address.Host} knows no such address (HTTP {status})"),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => DeliveryException.Passing($"{address.Host} cannot take it now (HTTP {status})", PauseOf(answer)),
            >= HttpStatusCode.Ambiguous and < HttpStatusCode.BadRequest => DeliveryException.Final($"{address.Host} points elsewhere (HTTP {status}): name the address it points to"),
            _ => DeliveryException.Final($"{address.Host} refuses (HTTP {status})"),
        };
    }

    private TimeSpan? PauseOf(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > options.Clock.GetUtcNow() => date - options.Clock.GetUtcNow(),
        { Date: not null } => TimeSpan.Zero,
        _ => null,
    };
}
