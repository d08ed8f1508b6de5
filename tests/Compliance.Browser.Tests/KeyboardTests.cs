using System.Text.Json.Nodes;
using Compliance.Browser.Tests.Chromium;

namespace Compliance.Browser.Tests;

/// <summary>The pages without a mouse.</summary>
[Collection(BrowserGroup.Name)]
public class KeyboardTests(BrowserFixture browser)
{
    // Each element that the focus comes to, and how it shows there.
    private const string Record = """
        globalThis.stops = [];
        document.addEventListener('focusin', ({ target }) => {
          const style = getComputedStyle(target), box = target.getBoundingClientRect();
          stops.push(target);
          target.shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && target.matches(':focus-visible')
            && box.width > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
        });
        """;

    private const string Missed = "selector => [...document.querySelectorAll(selector)].filter(one => one.checkVisibility() && !stops.includes(one)).map(one => one.outerHTML.slice(0, 120))";

    [SkippableTheory]
    [InlineData("drifted", "light wide")]
    [InlineData("drifted", "dark narrow")]
    [InlineData("hostile", "light narrow")]
    [InlineData("ready no-go", "light wide")]
    public async Task Tab_comes_to_everything_and_shows_where_it_is(string page, string view)
    {
        await using var tab = await OpenAsync(page, View.Named(view));

        var stops = await TabThroughAsync(tab);

        (await TextsAsync(tab, $"({Missed})('a[href], summary, button, input, select, [tabindex=\"0\"], pre, .wide')")).Should().BeEmpty("Tab comes to each of these");
        (await TextsAsync(tab, "stops.filter(one => !one.shown).map(one => one.outerHTML.slice(0, 120))")).Should().BeEmpty("it shows where the focus is");
        stops.Should().BeGreaterThan(page == "drifted" ? 100 : 5);
    }

    [SkippableFact]
    public async Task First_stop_skips_to_the_findings()
    {
        await using var tab = await OpenAsync("drifted", View.Named("light wide"));

        await tab.PressAsync("Tab", 9);
        (await TextsAsync(tab, "stops.map(one => one.className)")).Should().Equal("skip");
        await tab.PressAsync("Enter", 13, "\r");

        (await TextsAsync(tab, "[location.hash, document.querySelector(':target').id]")).Should().Equal("#findings", "findings");
        await tab.PressAsync("Tab", 9);
        ((bool)(await tab.EvaluateAsync("document.getElementById('findings').contains(document.activeElement)"))!).Should().BeTrue("the next stop is in the findings");
    }

    [SkippableFact]
    public async Task Cell_of_the_matrix_is_chosen_by_Enter()
    {
        await using var tab = await OpenAsync("drifted", View.Named("light wide"));
        const string shown = "[...document.querySelectorAll('#findings .f')].filter(one => one.checkVisibility()).length";
        var all = (int)(await tab.EvaluateAsync(shown))!;

        await tab.EvaluateAsync("document.querySelector('.matrix .c.fail a').focus()");
        await tab.PressAsync("Enter", 13, "\r");

        ((int)(await tab.EvaluateAsync(shown))!).Should().BeGreaterThan(0).And.BeLessThan(all);
    }

    private async Task<Tab> OpenAsync(string page, View view)
    {
        var tab = await browser.OpenAsync();
        await view.ApplyAsync(tab);
        // Of the tabs of a window only one has the focus; this one behaves as if it had it.
        await tab.SendAsync("Emulation.setFocusEmulationEnabled", new JsonObject { ["enabled"] = true });
        await tab.NavigateAsync(Pages.Named(page));
        await tab.EvaluateAsync(Record);
        return tab;
    }

    // Until the focus comes round to its first stop again.
    private static async Task<int> TabThroughAsync(Tab tab)
    {
        for (var pressed = 0; pressed < 3000; pressed++)
        {
            await tab.PressAsync("Tab", 9);
            var stops = (int)(await tab.EvaluateAsync("stops.length > 1 && stops.at(-1) === stops[0] ? -stops.length : stops.length"))!;
            if (stops < 0)
            {
                return -stops;
            }
        }

        throw new TimeoutException("Tab never came back to where it began");
    }

    private static async Task<List<string>> TextsAsync(Tab tab, string expression)
        => [.. (await tab.EvaluateAsync(expression))!.AsArray().Select(text => (string)text!)];
}
