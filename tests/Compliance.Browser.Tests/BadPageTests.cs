namespace Compliance.Browser.Tests;

/// <summary>That each claim about the pages can fail: a page that breaks all of them is found out.</summary>
[Collection(BrowserGroup.Name)]
public class BadPageTests(BrowserFixture browser)
{
    private const string Bad = """
        <!DOCTYPE html>
        <html><head>
        <meta charset="utf-8"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; img-src *"/>
        <style>p { color: red }</style>
        <script>console.error("said aloud"); thrown.away();</script>
        </head>
        <body><img src="beside.png"/><img src="http://127.0.0.1:9/"/><input/><svg width="3000" height="9"></svg></body>
        </html>
        """;

    [SkippableFact]
    public async Task Everything_that_can_be_wrong_is_seen()
    {
        var visit = await browser.VisitAsync(Pages.Write("bad", Bad), View.Named("light narrow"), "bad");

        visit.Complaints.Should().Contain(complaint => complaint.StartsWith("console:") && complaint.Contains("said aloud"))
            .And.Contain(complaint => complaint.StartsWith("exception:") && complaint.Contains("thrown"))
            .And.Contain(complaint => complaint.Contains("Content Security Policy directive"));
        visit.Requests.Should().Contain(request => request.EndsWith("/beside.png")).And.Contain("http://127.0.0.1:9/");
        visit.Violations.Should().Contain(fault => fault.StartsWith("image-alt:")).And.Contain(fault => fault.StartsWith("document-title:"))
            .And.Contain(fault => fault.StartsWith("html-has-lang:")).And.Contain(fault => fault.StartsWith("label:"));
        visit.TooWide.Should().HaveCount(2).And.OnlyContain(wide => wide.Contains("svg"));
    }

    [SkippableFact]
    public async Task Words_that_can_hardly_be_read_are_seen()
    {
        const string pale = "<!DOCTYPE html><html lang=\"en\"><title>t</title><main><h1 style=\"color: #aaa; background: #fff\">pale</h1></main></html>";

        var visit = await browser.VisitAsync(Pages.Write("pale", pale), View.Named("light wide"), "pale");

        visit.Violations.Should().ContainSingle().Which.Should().StartWith("color-contrast:");
    }

    [SkippableFact]
    public async Task Blank_picture_is_seen()
        => (await browser.VisitAsync(new Uri("about:blank"), View.Named("light wide"), "blank")).Colors.Should().Be(1);
}
