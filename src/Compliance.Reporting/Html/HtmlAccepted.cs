using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>What people accept: waivers that need attention, and what became of the baseline.</summary>
internal static class HtmlAccepted
{
    public static ScriptObject Problem(WaiverProblem problem) => new()
    {
        ["severity"] = Words.Of(problem.Severity),
        ["place"] = WaiverText.Place(problem.Waiver),
        ["text"] = WaiverText.Of(problem),
    };

    public static ScriptArray Baseline(Assessment assessment) => Script.List(BaselineText.Sections(assessment), section => new ScriptObject
    {
        ["title"] = section.Title,
        ["count"] = section.Lapses.Length,
        ["lapses"] = Script.List(section.Lapses, lapse => new ScriptObject
        {
            ["rule"] = UntrustedText.Shortened(lapse.Entry.Rule, Limits.Name),
            ["subject"] = UntrustedText.Shortened(lapse.Entry.Subject, Limits.Name),
            ["why"] = UntrustedText.Shortened(lapse.Why, Limits.Value),
        }),
    });
}
