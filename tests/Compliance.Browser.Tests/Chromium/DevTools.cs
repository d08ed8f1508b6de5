using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Compliance.Browser.Tests.Chromium;

/// <summary>
/// The Chrome DevTools Protocol over one web socket: commands with their answers, and events by session.
/// See https://chromedevtools.github.io/devtools-protocol/
/// </summary>
internal sealed class DevTools : IAsyncDisposable
{
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(120);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonObject>> pending = new();
    private readonly ConcurrentDictionary<string, Action<string, JsonObject>> sessions = new(StringComparer.Ordinal);
    private Task reading = Task.CompletedTask;
    private int lastId;

    private DevTools()
    {
    }

    public static async Task<DevTools> ConnectAsync(Uri address)
    {
        var devTools = new DevTools();
        // The browser is here; a proxy of the environment is not meant for it.
        devTools.socket.Options.Proxy = null;
        await devTools.socket.ConnectAsync(address, CancellationToken.None).WaitAsync(AnswersWithin);
        devTools.reading = devTools.ReadAsync();
        return devTools;
    }

    /// <summary>Events of a session go to <paramref name="handler"/>, in their order and before later answers.</summary>
    public void Listen(string session, Action<string, JsonObject> handler) => sessions[session] = handler;

    public async Task<JsonObject> SendAsync(string method, JsonObject? parameters = null, string? session = null)
    {
        var id = Interlocked.Increment(ref lastId);
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters ?? [] };
        if (session is not null)
        {
            command["sessionId"] = session;
        }

        var answer = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        pending[id] = answer;
        await sending.WaitAsync();
        try
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, stopping.Token);
        }
        finally
        {
            sending.Release();
        }

        try
        {
            return await answer.Task.WaitAsync(AnswersWithin);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Chromium did not answer {method} within {AnswersWithin.TotalSeconds} seconds");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await reading;
        socket.Dispose();
        sending.Dispose();
        stopping.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1 << 16];
        var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(), stopping.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    throw new WebSocketException("it closed the connection");
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    Dispatch(JsonNode.Parse(message.GetBuffer().AsSpan(0, (int)message.Length))!.AsObject());
                    message.SetLength(0);
                }
            }
        }
        catch (Exception fault) when (fault is WebSocketException or OperationCanceledException)
        {
            foreach (var answer in pending.Values)
            {
                answer.TrySetException(new InvalidOperationException($"Chromium went away: {fault.Message}", fault));
            }
        }
    }

    private void Dispatch(JsonObject message)
    {
        if (message["id"] is { } id)
        {
            if (!pending.TryRemove((int)id, out var answer))
            {
                return;
            }

            if (message["error"] is { } error)
            {
                answer.TrySetException(new InvalidOperationException($"Chromium refused: {error.ToJsonString()}"));
            }
            else
            {
                answer.TrySetResult(message["result"]!.AsObject());
            }
        }
        else if ((string?)message["sessionId"] is { } session && sessions.TryGetValue(session, out var handler))
        {
            handler((string)message["method"]!, message["params"]!.AsObject());
        }
    }
}
