using System.Text.Json.Nodes;
using Compliance.Browser.Tests.Chromium;

namespace Compliance.Browser.Tests;

/// <summary>The page's one script: search, filter, copy.</summary>
[Collection(BrowserGroup.Name)]
public class SearchTests(BrowserFixture browser)
{
    private const string Shown = "[...document.querySelectorAll('li.f, tr.f, .strips li')].filter(one => !one.classList.contains('off'))";

    [SkippableFact]
    public async Task Words_narrow_the_page_to_what_holds_all_of_them()
    {
        await using var tab = await OpenAsync("drifted");
        var all = await CountAsync(tab, Shown);

        await SearchAsync(tab, "odoo BKP4");

        (await CountAsync(tab, Shown)).Should().BeGreaterThan(0).And.BeLessThan(all);
        (await HoldAsync(tab, $"{Shown}.every(one => ((one.closest('.g')?.querySelector('header').textContent ?? '') + one.textContent).toLowerCase().includes('odoo'))")).Should().BeTrue();
        (await HoldAsync(tab, "document.getElementById('hits').textContent.endsWith(' findings and guests')")).Should().BeTrue("a screen reader is told how many are left");
        (await HoldAsync(tab, "[...document.querySelectorAll('.results .g:not(.off)')].every(one => one.querySelector('.f:not(.off)'))")).Should().BeTrue("a group of nothing is not shown");
        await tab.PressAsync("Escape", 27);
        (await CountAsync(tab, Shown)).Should().Be(all, "Escape clears the search");
    }

    [SkippableFact]
    public async Task What_nothing_holds_shows_nothing_and_says_so()
    {
        await using var tab = await OpenAsync("drifted");

        await SearchAsync(tab, "no such word anywhere");

        (await CountAsync(tab, Shown)).Should().Be(0);
        (await HoldAsync(tab, "document.getElementById('hits').textContent.startsWith('0 of ')")).Should().BeTrue();
    }

    [SkippableTheory]
    [InlineData("error", "[data-kind=error]")]
    [InlineData("unknown", "[data-kind=unknown]")]
    public async Task Kinds_narrow_it(string kind, string within)
    {
        await using var tab = await OpenAsync("drifted");

        await tab.EvaluateAsync($"document.querySelector('#search [data-kind={kind}]').click()");
        await SettledAsync(tab);

        (await CountAsync(tab, Shown)).Should().BeGreaterThan(0);
        (await HoldAsync(tab, $"{Shown}.every(one => one.closest('{within}'))")).Should().BeTrue();
    }

    [SkippableFact]
    public async Task Tiers_and_what_is_new_narrow_it()
    {
        await using var tab = await OpenAsync("drifted");

        (await HoldAsync(tab, "document.getElementById('tier').options.length > 2")).Should().BeTrue("the matrix names the tiers");
        await tab.EvaluateAsync("document.getElementById('tier').value = 't1'; document.getElementById('search').dispatchEvent(new Event('input'))");
        await SettledAsync(tab);
        (await HoldAsync(tab, $"{Shown}.length > 0 && {Shown}.every(one => / t1-/.test(' ' + one.className))")).Should().BeTrue();

        await tab.EvaluateAsync("document.getElementById('clear').click(); document.getElementById('fresh').click()");
        await SettledAsync(tab);
        (await HoldAsync(tab, $"{Shown}.length > 0 && {Shown}.every(one => one.querySelector('.drift-new'))")).Should().BeTrue();
    }

    [SkippableFact]
    public async Task A_match_in_a_folded_table_unfolds_it_and_clearing_folds_it_again()
    {
        await using var tab = await OpenAsync(Pages.Large);

        await SearchAsync(tab, "guest-123");
        (await HoldAsync(tab, $"{Shown}.length > 0 && {Shown}.every(one => !one.closest('details') || one.closest('details').open)")).Should().BeTrue();

        await tab.PressAsync("Escape", 27);
        (await HoldAsync(tab, "document.querySelector('.results details[open]') === null")).Should().BeTrue();
    }

    [SkippableFact]
    public async Task Slash_comes_to_the_search_from_anywhere()
    {
        await using var tab = await OpenAsync("drifted");

        await tab.PressAsync("/", 191, "/");

        (await HoldAsync(tab, "document.activeElement.id === 'q' && document.activeElement.value === ''")).Should().BeTrue();
    }

    [SkippableFact]
    public async Task Paper_shows_everything_whatever_is_searched_for()
    {
        await using var tab = await OpenAsync("drifted");
        await SearchAsync(tab, "odoo");

        await tab.SendAsync("Emulation.setEmulatedMedia", new JsonObject { ["media"] = "print" });

        (await HoldAsync(tab, "[...document.querySelectorAll('li.f')].every(one => getComputedStyle(one).display !== 'none')")).Should().BeTrue();
        (await HoldAsync(tab, "getComputedStyle(document.getElementById('search')).display === 'none'")).Should().BeTrue();
    }

    [SkippableFact]
    public async Task Button_copies_the_command_it_stands_at()
    {
        await using var tab = await OpenAsync("drifted");
        await tab.EvaluateAsync("navigator.clipboard.writeText = async text => { globalThis.copied = text; }");

        await tab.EvaluateAsync("document.querySelector('.copy').click()");
        await SettledAsync(tab);

        (await HoldAsync(tab, "copied === document.querySelector('.copy').nextElementSibling.textContent && copied.length > 5")).Should().BeTrue();
        (await HoldAsync(tab, "document.querySelector('.copy').textContent === 'Copied'")).Should().BeTrue();
    }

    private async Task<Tab> OpenAsync(string page)
    {
        var tab = await browser.OpenAsync();
        await View.Named("light wide").ApplyAsync(tab);
        await tab.SendAsync("Emulation.setFocusEmulationEnabled", new JsonObject { ["enabled"] = true });
        await tab.NavigateAsync(Pages.Named(page));
        return tab;
    }

    private static async Task SearchAsync(Tab tab, string words)
    {
        await tab.EvaluateAsync($"document.getElementById('q').focus(); document.getElementById('q').value = '{words}'; document.getElementById('q').dispatchEvent(new Event('input', {{ bubbles: true }}))");
        await SettledAsync(tab);
    }

    // The script waits until nobody types for an eighth of a second.
    private static async Task SettledAsync(Tab tab)
        => await tab.EvaluateAsync("new Promise(settled => setTimeout(() => requestAnimationFrame(() => settled(0)), 250))");

    private static async Task<int> CountAsync(Tab tab, string list) => (int)(await tab.EvaluateAsync($"{list}.length"))!;

    private static async Task<bool> HoldAsync(Tab tab, string condition) => (bool)(await tab.EvaluateAsync(condition))!;
}
