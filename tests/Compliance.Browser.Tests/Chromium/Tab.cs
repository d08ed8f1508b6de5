using System.Text.Json.Nodes;

namespace Compliance.Browser.Tests.Chromium;

/// <summary>One page of the browser, in a context of its own: nothing of another page's storage or cache reaches it.</summary>
internal sealed class Tab : IAsyncDisposable
{
    private static readonly TimeSpan LoadsWithin = TimeSpan.FromSeconds(120);

    private readonly DevTools devTools;
    private readonly string context;
    private readonly string target;
    private readonly string session;
    private TaskCompletionSource loaded = new();

    private Tab(DevTools devTools, string context, string target, string session)
    {
        this.devTools = devTools;
        this.context = context;
        this.target = target;
        this.session = session;
        devTools.Listen(session, Hear);
    }

    /// <summary>Errors and warnings of the console, exceptions, violations of the content security policy and other issues, dialogs.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>The address of whatever was asked for, the page itself included.</summary>
    public List<string> Requests { get; } = [];

    public static async Task<Tab> OpenAsync(DevTools devTools)
    {
        var context = (string)(await devTools.SendAsync("Target.createBrowserContext"))["browserContextId"]!;
        var created = await devTools.SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank", ["browserContextId"] = context });
        var target = (string)created["targetId"]!;
        var attached = await devTools.SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = target, ["flatten"] = true });
        var tab = new Tab(devTools, context, target, (string)attached["sessionId"]!);
        foreach (var domain in (string[])["Page", "Runtime", "Log", "Network", "Audits"])
        {
            await tab.SendAsync($"{domain}.enable");
        }

        return tab;
    }

    public Task<JsonObject> SendAsync(string method, JsonObject? parameters = null) => devTools.SendAsync(method, parameters, session);

    /// <summary>Opens the address, and waits for its load event and for two frames to be drawn after it.</summary>
    public async Task NavigateAsync(Uri address)
    {
        loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = await SendAsync("Page.navigate", new JsonObject { ["url"] = address.AbsoluteUri });
        if ((string?)answer["errorText"] is { } error)
        {
            throw new InvalidOperationException($"{address}: {error}");
        }

        // Only the fragment changed: there is no load event.
        if (answer["loaderId"] is not null)
        {
            try
            {
                await loaded.Task.WaitAsync(LoadsWithin);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"{address} did not load within {LoadsWithin.TotalSeconds} seconds");
            }
        }

        await EvaluateAsync("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))");
    }

    /// <summary>The value of an expression, awaited when it is a promise. DevTools may run script whatever the page's policy says.</summary>
    public Task<JsonNode?> EvaluateAsync(string expression) => EvaluateAsync(expression, world: null);

    /// <summary>As <see cref="EvaluateAsync(string)"/>, in a world where the page's own names do not exist, nor these for the page.</summary>
    /// <param name="world">what <see cref="IsolateAsync"/> returned</param>
    public async Task<JsonNode?> EvaluateAsync(string expression, int? world)
    {
        var parameters = new JsonObject { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true };
        if (world is not null)
        {
            parameters["contextId"] = world;
        }

        var answer = await SendAsync("Runtime.evaluate", parameters);
        return answer["exceptionDetails"] is { } fault
            ? throw new InvalidOperationException($"{fault["exception"]?["description"] ?? fault["text"]} in {expression[..Math.Min(expression.Length, 200)]}")
            : answer["result"]!["value"];
    }

    public async Task<int> IsolateAsync()
    {
        var frame = (string)(await SendAsync("Page.getFrameTree"))["frameTree"]!["frame"]!["id"]!;
        return (int)(await SendAsync("Page.createIsolatedWorld", new JsonObject { ["frameId"] = frame, ["worldName"] = "tests" }))["executionContextId"]!;
    }

    public async Task PressAsync(string key, int code, string text = "")
    {
        JsonObject Event(string type) => new() { ["type"] = type, ["key"] = key, ["code"] = key, ["windowsVirtualKeyCode"] = code, ["text"] = text };
        await SendAsync("Input.dispatchKeyEvent", Event(text.Length > 0 ? "keyDown" : "rawKeyDown"));
        await SendAsync("Input.dispatchKeyEvent", Event("keyUp"));
    }

    public async ValueTask DisposeAsync()
    {
        await devTools.SendAsync("Target.closeTarget", new JsonObject { ["targetId"] = target });
        await devTools.SendAsync("Target.disposeBrowserContext", new JsonObject { ["browserContextId"] = context });
    }

    private void Hear(string method, JsonObject happened)
    {
        switch (method)
        {
            case "Page.loadEventFired":
                loaded.TrySetResult();
                break;
            case "Network.requestWillBeSent":
                Requests.Add((string)happened["request"]!["url"]!);
                break;
            case "Runtime.consoleAPICalled" when (string?)happened["type"] is "error" or "warning" or "assert":
                Complaints.Add($"console: {happened["args"]!.ToJsonString()}");
                break;
            case "Runtime.exceptionThrown":
                Complaints.Add($"exception: {happened["exceptionDetails"]!.ToJsonString()}");
                break;
            case "Log.entryAdded" when (string?)happened["entry"]!["level"] is "error" or "warning":
                Complaints.Add($"{happened["entry"]!["source"]}: {happened["entry"]!["text"]}");
                break;
            case "Audits.issueAdded":
                Complaints.Add($"issue: {happened["issue"]!.ToJsonString()}");
                break;
            case "Page.javascriptDialogOpening":
                Complaints.Add($"dialog: {happened["message"]}");
                // Not awaited: events arrive on the thread that also brings answers.
                _ = SendAsync("Page.handleJavaScriptDialog", new JsonObject { ["accept"] = false });
                break;
            default:
                break;
        }
    }
}
