namespace Compliance.Proxmox;

/// <summary>
/// Makes a complete answer of what a transport brings in, within the bounds of size and time. A part of an answer is never
/// taken for the whole: a list that got shorter on the way would look like a fault of the cluster, or hide one.
/// </summary>
internal static class ReplyReader
{
    private const int FirstBuffer = 16 << 10;

    /// <exception cref="InventoryException">there is no complete answer in time, or it is larger than any answer of Proxmox VE</exception>
    /// <exception cref="OperationCanceledException">the caller gave up</exception>
    public static async Task<ProxmoxReply> GetAsync(
        IProxmoxTransport transport, ProxmoxOptions options, Uri server, string path, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.ResponseTimeout);
        try
        {
            using var reply = await transport.GetAsync(server, path, limit.Token).ConfigureAwait(false);
            var body = await ReadAsync(reply.Body, options.ResponseLimit, limit.Token).ConfigureAwait(false);
            return body is { } complete
                ? new ProxmoxReply(reply.Status, reply.Reason, complete)
                : throw TransportFaults.TooLarge(server, path, options.ResponseLimit);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw TransportFaults.TimedOut(server, path, options.ResponseTimeout);
        }
        catch (IOException e)
        {
            throw TransportFaults.Lost(server, e.Message);
        }
        catch (InvalidDataException e)
        {
            throw TransportFaults.Lost(server, $"compressed wrongly: {e.Message}");
        }
    }

    /// <summary>The whole stream, or null when it does not end within <paramref name="bound"/> bytes. Content-Length is not believed.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, int bound, CancellationToken cancellationToken)
    {
        var buffer = new byte[Math.Min(FirstBuffer, bound)];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            length += read;
            if (read == 0)
            {
                return buffer.AsMemory(0, length);
            }

            if (length == bound)
            {
                return null;
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, (int)Math.Min((long)buffer.Length * 2, bound));
            }
        }
    }
}
