using Compliance.Browser.Tests.Chromium;

namespace Compliance.Browser.Tests;

/// <summary>One browser for all tests, and what was seen on each visit. Without Chromium or npm tests are skipped by name; in CI they fail.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly bool IsGate = Environment.GetEnvironmentVariable("CI") == "true";

    private readonly Dictionary<(string Page, string View), Visit> visits = [];
    private ChromiumProcess? browser;
    private string? axe;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }
    }

    internal async Task<Tab> OpenAsync() => await Tab.OpenAsync(await DevToolsAsync());

    internal async Task<DevTools> DevToolsAsync()
    {
        var program = ChromiumProcess.Find();
        Skip.If(program is null && !IsGate, "no chromium on the PATH");
        program.Should().NotBeNull("CI looks at the pages in Chromium");
        return (browser ??= await ChromiumProcess.StartAsync(program!)).DevTools;
    }

    /// <summary>What is to be seen of the page in that view; the page is loaded once for all claims about it.</summary>
    internal async Task<Visit> VisitAsync(string page, View view)
    {
        if (!visits.TryGetValue((page, view.Name), out var visit))
        {
            visit = await VisitAsync(Pages.Named(page), view, $"{page} {view.Name}");
            visits.Add((page, view.Name), visit);
        }

        return visit;
    }

    internal async Task<Visit> VisitAsync(Uri address, View view, string name)
    {
        await using var tab = await OpenAsync();
        return await Visit.OfAsync(tab, address, view, await AxeAsync(), Path.Combine(Pages.Screenshots, $"{name.Replace(' ', '-')}.png"));
    }

    private async Task<string> AxeAsync()
    {
        if (axe is null)
        {
            using var folder = await NpmFolder.InstallAsync("tests/Compliance.Browser.Tests/axe", "axe-core");
            axe = await File.ReadAllTextAsync(Path.Combine(folder.Path, "node_modules/axe-core/axe.min.js"));
        }

        return axe;
    }
}
