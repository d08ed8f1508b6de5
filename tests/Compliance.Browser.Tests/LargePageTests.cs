using Compliance.Browser.Tests.Chromium;
using Compliance.Reporting.Tests;
using Xunit.Abstractions;

namespace Compliance.Browser.Tests;

/// <summary>Hundreds and thousands of guests. Times are said, not judged: they are the machine's; tests/Compliance.Benchmarks has them as a ratio.</summary>
[Collection(BrowserGroup.Name)]
public class LargePageTests(BrowserFixture browser, ITestOutputHelper output)
{
    [SkippableTheory]
    [InlineData(Pages.Large)]
    [InlineData("3000 guests")]
    public async Task Page_is_there_and_answers(string page)
    {
        var address = Pages.Named(page);

        var times = await PageTimes.OfAsync(await browser.DevToolsAsync(), address);

        output.WriteLine($"{page}, {new FileInfo(address.LocalPath).Length:N0} bytes: {times}");
        times.FirstPaint.Should().BePositive();
        times.Loaded.Should().BePositive();
    }

    [SkippableFact]
    public async Task Three_thousand_guests_still_work()
    {
        var address = Pages.Named("3000 guests");
        var last = LargeSample.Of(3000).Findings[^1].Fingerprint;
        await using var tab = await browser.OpenAsync();
        await View.Named("light narrow").ApplyAsync(tab);

        await tab.NavigateAsync(address);
        tab.Complaints.Should().BeEmpty();
        tab.Requests.Where(request => request != "data:,").Should().Equal(address.AbsoluteUri);
        ((int)(await tab.EvaluateAsync("document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth"))!).Should().BeLessThanOrEqualTo(0);

        // A link to a finding in a folded table, as a colleague sends it.
        await tab.NavigateAsync(new Uri($"{address}#f-{last}"));
        ((bool)(await tab.EvaluateAsync($$"""(() => { const box = document.getElementById('f-{{last}}').getBoundingClientRect(); return box.height > 0 && box.top >= 0 && box.top < innerHeight })()"""))!)
            .Should().BeTrue("the browser unfolds what a link leads to, and scrolls there");

        // And by hand.
        await tab.EvaluateAsync("document.querySelector('#findings details summary').click()");
        ((double)(await tab.EvaluateAsync("document.querySelector('#findings details table').getBoundingClientRect().height"))!).Should().BeGreaterThan(1000);
    }
}
