namespace Compliance.Proxmox;

/// <summary>An answer of the API that has begun to come in.</summary>
/// <param name="status">HTTP status</param>
/// <param name="reason">reason phrase; empty when there is none</param>
/// <param name="body">decompressed; reading may throw <see cref="IOException"/> when the connection breaks</param>
/// <param name="owner">what else ends with the answer</param>
public sealed class IncomingReply(int status, string reason, Stream body, IDisposable? owner) : IDisposable
{
    public int Status { get; } = status;

    public string Reason { get; } = reason;

    public Stream Body { get; } = body;

    /// <summary>An answer that is already here.</summary>
    public static IncomingReply Of(ProxmoxReply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return new IncomingReply(reply.Status, reply.Reason, new MemoryStream(reply.Body.ToArray(), writable: false), owner: null);
    }

    public void Dispose()
    {
        Body.Dispose();
        owner?.Dispose();
    }

    /// <summary>The beginning of an answer over HTTP, which from now on is disposed of together with this.</summary>
    internal static async Task<IncomingReply> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new IncomingReply((int)response.StatusCode, response.ReasonPhrase ?? "", body, response);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
