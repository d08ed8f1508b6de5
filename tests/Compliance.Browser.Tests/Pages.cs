using System.Collections.Immutable;
using Compliance.Reporting;
using Compliance.Reporting.Tests;

namespace Compliance.Browser.Tests;

/// <summary>The pages looked at, written as files: a report is opened from a disk or out of a mail, not from a server.</summary>
internal static class Pages
{
    public const string Large = "300 guests";

    /// <summary>Pages that differ in kind, looked at in every view.</summary>
    public static readonly ImmutableArray<string> Names = ["drifted", "compliant", "hostile", "ready no-go", "ready hostile"];

    /// <summary>Variants of these, and the one so long that axe takes its time: a phone in the light and a screen in the dark are what is looked at.</summary>
    public static readonly ImmutableArray<string> Variants = ["rich", "accepted", "nothing", "ready go", "overview mixed", "overview hostile", Large];

    private static readonly string Folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pages")).FullName;

    /// <summary>Where screenshots go: the test's output folder, to be looked at.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots")).FullName;

    /// <summary>The page's file. <c>drifted</c> is the published example, which another test keeps current.</summary>
    public static Uri Named(string name) => name switch
    {
        "drifted" => new Uri(Repository.PathOf("reports/examples/drift.html")),
        Large => Write(name, Sample.Render(new HtmlRenderer(), LargeSample.Assessment)),
        "3000 guests" => Write(name, Sample.Render(new HtmlRenderer(), LargeSample.Of(3000))),
        ['r', 'e', 'a', 'd', 'y', ' ', .. var state] => Write(name, ReadinessSample.Render("html", ReadinessSample.Named(state))),
        ['o', 'v', 'e', 'r', 'v', 'i', 'e', 'w', ' ', .. var state] => Write(name, OverviewSample.Render("html", state)),
        _ => Write(name, Sample.Render(new HtmlRenderer(), Sample.Named(name))),
    };

    public static Uri Write(string name, string html)
    {
        var file = Path.Combine(Folder, $"{name.Replace(' ', '-')}.html");
        File.WriteAllText(file, html);
        return new Uri(file);
    }
}
