using System.Text.Json.Nodes;

namespace Compliance.Browser.Tests.Chromium;

/// <summary>When a page was there, in milliseconds since the navigation began, by the browser's own clock.</summary>
/// <param name="FirstPaint">something of it was drawn (first contentful paint)</param>
/// <param name="Loaded">the load event had ended</param>
/// <param name="LastLongTask">the last task above 50 ms had ended, which is what keeps a page from answering; 0 without any</param>
internal sealed record PageTimes(double FirstPaint, double Loaded, double LastLongTask)
{
    // In force before the page's first byte, so that no task is missed.
    private const string Watch = """
        globalThis.longTasks = [0];
        new PerformanceObserver(list => list.getEntries().forEach(task => longTasks.push(task.startTime + task.duration))).observe({ type: 'longtask' });
        """;

    private const string Read = """
        new Promise(read => setTimeout(() => read({
          paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
          load: performance.getEntriesByType('navigation')[0].loadEventEnd,
          busy: Math.max(...longTasks) }), 500))
        """;

    /// <summary>Drawn, loaded, and no longer busy.</summary>
    public double Interactive => Math.Max(FirstPaint, Math.Max(Loaded, LastLongTask));

    /// <summary>Loads the page in a tab of its own, in which nothing else is done.</summary>
    public static async Task<PageTimes> OfAsync(DevTools devTools, Uri address)
    {
        await using var tab = await Tab.OpenAsync(devTools);
        await tab.SendAsync("Page.addScriptToEvaluateOnNewDocument", new JsonObject { ["source"] = Watch });
        await tab.NavigateAsync(address);
        var times = (await tab.EvaluateAsync(Read))!;
        return new PageTimes((double)times["paint"]!, (double)times["load"]!, (double)times["busy"]!);
    }

    public override string ToString() => FormattableString.Invariant($"first paint {FirstPaint:0} ms, loaded {Loaded:0} ms, last long task ended {LastLongTask:0} ms: interactive after {Interactive:0} ms");
}
