namespace Compliance.Browser.Tests;

/// <summary>Every page in every view, as Chromium shows it.</summary>
[Collection(BrowserGroup.Name)]
public class PageTests(BrowserFixture browser)
{
    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var page in Pages.Names)
            {
                foreach (var view in View.All)
                {
                    all.Add(page, view.Name);
                }
            }

            foreach (var page in Pages.Variants)
            {
                foreach (var view in View.Two)
                {
                    all.Add(page, view.Name);
                }
            }

            return all;
        }
    }

    /// <summary>Without one: the hostile sample has a table of 19 columns, each named as a guest could be. Columns are named by the program, and paper does not scroll.</summary>
    public static TheoryData<string, string> Fitting
    {
        get
        {
            var fitting = new TheoryData<string, string>();
            foreach (var row in All.Where(row => row is not ["hostile", "print"]))
            {
                fitting.Add((string)row[0], (string)row[1]);
            }

            return fitting;
        }
    }

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Browser_has_nothing_to_complain_about(string page, string view)
        => (await browser.VisitAsync(page, View.Named(view))).Complaints.Should().BeEmpty();

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Nothing_is_asked_for_but_the_page(string page, string view)
        => (await browser.VisitAsync(page, View.Named(view))).Requests.Should().BeEmpty();

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Axe_finds_nothing(string page, string view)
        => (await browser.VisitAsync(page, View.Named(view))).Violations.Should().BeEmpty();

    [SkippableTheory]
    [MemberData(nameof(Fitting))]
    public async Task Page_is_no_wider_than_its_window(string page, string view)
        => (await browser.VisitAsync(page, View.Named(view))).TooWide.Should().BeEmpty();

    [SkippableTheory]
    [MemberData(nameof(All))]
    public async Task Screenshot_shows_something(string page, string view)
        => (await browser.VisitAsync(page, View.Named(view))).Colors.Should().BeGreaterThan(20, "letters have soft edges");
}
