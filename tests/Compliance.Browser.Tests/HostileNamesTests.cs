using System.Text.Json.Nodes;
using Compliance.Browser.Tests.Chromium;

namespace Compliance.Browser.Tests;

/// <summary>Names that whoever may edit a guest could give it, in a browser that would obey them: the page's policy is switched off here.</summary>
[Collection(BrowserGroup.Name)]
public class HostileNamesTests(BrowserFixture browser)
{
    /// <summary>What the payloads call, before anything of the page is read.</summary>
    private const string Traps = """
        globalThis.ran = [];
        for (const name of ['alert', 'confirm', 'prompt', 'open', 'eval']) globalThis[name] = what => ran.push(`${name}(${what})`);
        addEventListener('securitypolicyviolation', violation => ran.push(`wanted ${violation.violatedDirective}`), true);
        """;

    // Whatever an attribute could wait for, on every element; not "toggle" and the like, which the page's own elements answer.
    private const string Provoke = """
        for (const element of document.querySelectorAll('*'))
          for (const happens of ['mouseover', 'mouseenter', 'focus', 'error', 'load', 'click'])
            element.dispatchEvent(happens === 'click' ? new Event('click', { bubbles: false }) : new Event(happens));
        """;

    private const string Made = """
        (() => {
          const made = [...document.querySelectorAll('img, iframe, object, embed, form, base, video, audio, body link, body style, body meta')].map(element => element.outerHTML.slice(0, 200));
          for (const element of document.querySelectorAll('*')) for (const { name, value } of element.attributes)
            if (name.startsWith('on') || name === 'style' || /^\s*(javascript|data|https?):/i.test(value) && value !== 'data:,') made.push(`${element.localName} ${name}=${value}`);
          return made;
        })()
        """;

    private const string Scripts = "[...document.scripts].map(script => script.textContent)";

    [SkippableTheory]
    [InlineData("hostile", "compliant")]
    [InlineData("ready hostile", "ready go")]
    public async Task No_name_becomes_an_element_or_runs(string page, string harmless)
    {
        var seen = await LookAsync(Pages.Named(page));
        var own = await LookAsync(Pages.Named(harmless));

        seen.Ran.Should().BeEmpty();
        seen.Made.Should().BeSubsetOf(own.Made, "a page has no form but the program's");
        own.Made.Where(made => !made.StartsWith("<form class=\"search\" ", StringComparison.Ordinal)).Should().BeEmpty();
        seen.Scripts.Should().BeSubsetOf(own.Scripts, "a page has no script but the program's");
    }

    /// <summary>That what the test above relies on would be seen.</summary>
    [SkippableTheory]
    [InlineData("<script>alert(1)</script>", "alert(1)")]
    [InlineData("<img src=x onerror=alert(2)>", "alert(2)")]
    [InlineData("<b onmouseover=alert(3)>b</b>", "alert(3)")]
    [InlineData("<a href='javascript:alert(4)'>a</a>", null)]
    [InlineData("<p style='color: red'>p</p>", null)]
    public async Task A_page_that_obeys_is_found_out(string payload, string? runs)
    {
        var (ran, made, scripts) = await LookAsync(Pages.Write("obeys", $"<!DOCTYPE html><title>t</title><main>{payload}</main>"));

        (made.Count + scripts.Count).Should().BeGreaterThan(0);
        if (runs is not null)
        {
            ran.Should().Contain(runs);
        }
    }

    private async Task<(List<string> Ran, List<string> Made, List<string> Scripts)> LookAsync(Uri address)
    {
        await using var tab = await browser.OpenAsync();
        await tab.SendAsync("Page.setBypassCSP", new JsonObject { ["enabled"] = true });
        await tab.SendAsync("Page.addScriptToEvaluateOnNewDocument", new JsonObject { ["source"] = Traps });
        await tab.NavigateAsync(address);
        await tab.EvaluateAsync(Provoke);
        return (await TextsAsync(tab, "ran"), await TextsAsync(tab, Made), await TextsAsync(tab, Scripts));
    }

    private static async Task<List<string>> TextsAsync(Tab tab, string expression)
        => [.. (await tab.EvaluateAsync(expression))!.AsArray().Select(text => (string)text!)];
}
