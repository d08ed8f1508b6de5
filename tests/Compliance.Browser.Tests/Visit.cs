using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Compliance.Browser.Tests.Chromium;

namespace Compliance.Browser.Tests;

/// <summary>What was seen when one page was opened in one view.</summary>
/// <param name="Complaints">of the browser: console, exceptions, content security policy, other issues</param>
/// <param name="Requests">for anything but the page itself</param>
/// <param name="Violations">of accessibility, each with the first elements that have it</param>
/// <param name="TooWide">pixels by which the page is wider than its window, as opened and with everything unfolded; and what sticks out</param>
/// <param name="Colors">different colours in the screenshot</param>
internal sealed record Visit(
    ImmutableArray<string> Complaints, ImmutableArray<string> Requests, ImmutableArray<string> Violations, ImmutableArray<string> TooWide, int Colors)
{
    /// <summary>Screenshots end here, in CSS pixels: a page of thousands of guests is longer than a picture may be.</summary>
    private const int PictureHeight = 6000;

    // What is folded away is on the page too: all of it, or the first of every section where there is so much that axe would look at it for minutes.
    private const string Unfold = """
        (() => {
          const all = [...document.querySelectorAll('details')], isShort = all.length < 60 && document.querySelectorAll('tr').length < 1000;
          all.filter(one => isShort || one === one.closest('section').querySelector('details')).forEach(one => one.open = true);
        })()
        """;

    private const string Width = """
        (() => {
          const page = document.scrollingElement, over = page.scrollWidth - page.clientWidth;
          if (over <= 0) return [];
          const inside = element => { for (let up = element.parentElement; up && up !== document.body; up = up.parentElement)
            if (getComputedStyle(up).overflowX !== 'visible') return true; return false; };
          const wide = [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > page.clientWidth + 1 && !inside(element));
          return [`${over} pixels: ` + wide.slice(0, 3).map(element => element.outerHTML.slice(0, 120)).join(' ')];
        })()
        """;

    // The tags of WCAG 2.0 to 2.2, levels A and AA, and axe's own best practices.
    private const string RunAxe = """
        ignored => axe.run(document, {
            rules: Object.fromEntries(ignored.map(rule => [rule, { enabled: false }])),
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'], preload: false })
          .then(result => result.violations.map(fault => `${fault.id}: ${fault.help}, ${fault.nodes.length} times: `
            + fault.nodes.slice(0, 3).map(node => `${node.html.slice(0, 200)} (${[...node.any, ...node.all, ...node.none].map(check => check.message).join('; ')})`).join(' ')))
        """;

    public static async Task<Visit> OfAsync(Tab tab, Uri address, View view, string axe, string screenshot)
    {
        await view.ApplyAsync(tab);
        await tab.NavigateAsync(address);
        var colors = await PhotographAsync(tab, view, screenshot);
        var tooWide = await TextsAsync(tab, Width);
        await tab.EvaluateAsync(Unfold);
        tooWide = tooWide.AddRange(await TextsAsync(tab, Width));
        var world = await tab.IsolateAsync();
        await tab.EvaluateAsync($"{axe};0", world);
        var violations = await TextsAsync(tab, $"({RunAxe})({Ignored(view)})", world);
        // The browser may ask a page's icon for itself; an empty one is in the page.
        var requests = tab.Requests.Where(request => request != address.AbsoluteUri && request != "data:,");
        return new Visit([.. tab.Complaints], [.. requests], violations, tooWide, colors);
    }

    // Paper is not touched. Colours do not depend on the width, and looking behind every word is what takes axe its time.
    private static string Ignored(View view) => view switch
    {
        { IsPrint: true } => "['target-size']",
        { IsNarrow: true } => "['color-contrast']",
        _ => "[]",
    };

    private static async Task<ImmutableArray<string>> TextsAsync(Tab tab, string expression, int? world = null)
        => [.. (await tab.EvaluateAsync(expression, world))!.AsArray().Select(text => (string)text!)];

    private static async Task<int> PhotographAsync(Tab tab, View view, string file)
    {
        var height = Math.Min((int)(await tab.EvaluateAsync("document.scrollingElement.scrollHeight"))!, PictureHeight);
        var clip = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = view.Width, ["height"] = height, ["scale"] = 1 };
        var answer = await tab.SendAsync("Page.captureScreenshot", new JsonObject { ["format"] = "png", ["captureBeyondViewport"] = true, ["clip"] = clip });
        var picture = Convert.FromBase64String((string)answer["data"]!);
        await File.WriteAllBytesAsync(file, picture);
        return Png.Colors(picture);
    }
}
