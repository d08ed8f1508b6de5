using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Asks the API and gives values or gaps. Bounds what is under way at once, retries what is worth it, moves on to the next
/// server when one cannot be reached, and spares a node that the cluster said is gone.
/// </summary>
internal sealed class ProxmoxApi : IDisposable
{
    /// <summary>Waits before a second and third try. A worker of pveproxy that restarts is back within this.</summary>
    private static readonly TimeSpan[] Backoff = [TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1)];

    /// <summary>Answers 596 and 599 take 30 seconds each: after so many, the node is not asked again.</summary>
    private const int PatienceWithNode = 3;

    private readonly IProxmoxTransport _transport;
    private readonly ProxmoxOptions _options;
    private readonly ImmutableArray<Uri> _servers;
    private readonly SemaphoreSlim _gate;
    private readonly int _patience;
    private readonly TimeProvider _time;
    private readonly CollectionMeter _meter;
    private readonly ConcurrentDictionary<string, int> _strikes = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ProxmoxReply> _lost = new(StringComparer.Ordinal);
    private int _current;
    private int _failuresInARow;
    private volatile InventoryException? _ended;

    public ProxmoxApi(IProxmoxTransport transport, ProxmoxOptions options, TimeProvider time, CollectionMeter meter)
    {
        _transport = transport;
        _options = options;
        _servers = options.Servers;
        _gate = new SemaphoreSlim(options.Connections);
        _patience = Math.Max(3, options.Connections);
        _time = time;
        _meter = meter;
    }

    public Uri Server => _servers[Volatile.Read(ref _current)];

    /// <summary>Asks and reads; every failure but a refused token or certificate becomes a gap.</summary>
    public async Task<Observed<T>> AskAsync<T>(string path, Func<Envelope, T> read, CancellationToken cancellationToken)
    {
        var endpoint = Endpoint.Of(path);
        try
        {
            var reply = await SendAsync(path, cancellationToken).ConfigureAwait(false);
            if (reply.Status != 200)
            {
                return Observation.Unreadable<T>(ReplyGap.Of(endpoint, reply));
            }

            using var document = JsonDocument.Parse(reply.Body);
            return Observation.Known(read(Envelope.Of(document)));
        }
        catch (JsonException)
        {
            return Observation.Unreadable<T>(new Gap(endpoint, "the answer is not JSON, or was cut off"));
        }
        catch (WireException e)
        {
            return Observation.Unreadable<T>(new Gap(endpoint, e.Message));
        }
        catch (InventoryException e) when (!IsFinal(e))
        {
            return Observation.Unreadable<T>(new Gap(endpoint, e.Reason));
        }
    }

    /// <summary>Asks for a list. A row that is not understood is left out, and said to be.</summary>
    public async Task<Listing<T>> ListAsync<T>(
        string path, Func<WireRow, T?> read, Comparison<T> order, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await AskAsync(path, envelope =>
        {
            var rows = new RowCollector<T>(read, order);
            var index = 0;
            WireRow.Read(envelope.Data, row =>
            {
                rows.Add(row, ++index);
                return true;
            });
            return rows.ToListing(Endpoint.Of(path));
        }, cancellationToken).ConfigureAwait(false);
        return answer.Match(listing => listing!, gap => new Listing<T>([], gap));
    }

    /// <summary>The answer to one GET, whatever its status but 401. Once nothing answers any more, nothing more is asked.</summary>
    public async Task<ProxmoxReply> SendAsync(string path, CancellationToken cancellationToken)
    {
        _meter.Expect();
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_ended is { } ended)
            {
                throw ended;
            }

            var node = Endpoint.NodeOf(path);
            if (node is not null && _lost.TryGetValue(node, out var earlier))
            {
                return earlier;
            }

            var reply = await PersistAsync(path, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _failuresInARow, 0);
            if (node is not null && IsStruckOut(node, reply.Status))
            {
                _lost.TryAdd(node, reply);
            }

            return reply.Status == 401 ? throw TokenRefused() : reply;
        }
        catch (InventoryException e)
        {
            // A refused token is refused three seconds later each time, and a dead server is waited for each time: enough is enough.
            if (IsFinal(e) || Interlocked.Increment(ref _failuresInARow) >= _patience)
            {
                _ended = e;
            }

            throw;
        }
        finally
        {
            _gate.Release();
            _meter.Finish();
        }
    }

    public void Dispose() => _gate.Dispose();

    /// <summary>502 and 503 come from a proxy in front while pveproxy restarts. 500 and 595 to 599 are answers, and stay what they are.</summary>
    private async Task<ProxmoxReply> PersistAsync(string path, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var reply = await FailOverAsync(path, cancellationToken).ConfigureAwait(false);
                if (reply.Status is not (502 or 503) || attempt == Backoff.Length)
                {
                    return reply;
                }
            }
            catch (InventoryException e) when (e.Fault == InventoryFault.ConnectionLost && attempt < Backoff.Length)
            {
                // Reset before the answer was complete: GET can be repeated.
            }

            await Task.Delay(Backoff[attempt], _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tries the server that answered last, then the others in turn; the one that answers is remembered.</summary>
    private async Task<ProxmoxReply> FailOverAsync(string path, CancellationToken cancellationToken)
    {
        var failures = new List<InventoryException>();
        while (true)
        {
            var current = Volatile.Read(ref _current);
            try
            {
                return await ReplyReader.GetAsync(_transport, _options, _servers[current], path, cancellationToken).ConfigureAwait(false);
            }
            catch (InventoryException e) when (e.Fault == InventoryFault.Unreachable && _servers.Length > 1)
            {
                failures.Add(e);
                if (failures.Count == _servers.Length)
                {
                    throw new InventoryException(e.Fault, e.Reason, string.Join("; ", failures.Select(f => f.Message).Distinct()));
                }

                // Several requests fail at once: only the first one moves on.
                Interlocked.CompareExchange(ref _current, (current + 1) % _servers.Length, current);
            }
        }
    }

    private static bool IsFinal(InventoryException e) => e.Fault is InventoryFault.TokenRefused or InventoryFault.CertificateRefused;

    private bool IsStruckOut(string node, int status) => status switch
    {
        595 => true,
        596 or 597 or 599 => _strikes.AddOrUpdate(node, 1, (_, strikes) => strikes + 1) >= PatienceWithNode,
        _ => false,
    };

    private InventoryException TokenRefused()
        => new(InventoryFault.TokenRefused, "401 the token is refused",
            $"{ServerAddress.Display(Server)} refuses the API token (401): the id or secret is wrong, or the token or its user is expired or disabled; "
            + "see Datacenter > Permissions > API Tokens, or \"pveum user token list USER@REALM\"");
}
