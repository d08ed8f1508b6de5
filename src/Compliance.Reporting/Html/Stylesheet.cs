using System.Text;

namespace Compliance.Reporting;

/// <summary>
/// The page's one style element: the sheet of <c>reports/templates/report.css</c>, and for each cell of the matrix the rule
/// that shows only its findings while the cell's fragment is the target: a filter without a script.
/// </summary>
internal static class Stylesheet
{
    public static string For(IEnumerable<string> cells)
    {
        var sheet = new StringBuilder("\n").Append(PageTemplate.Read("report.css")).Append("@media screen {\n");
        foreach (var cell in cells)
        {
            sheet.Append("  #").Append(cell).Append(":target ~ section :is(.s, .g, .f):not(.").Append(cell).Append(") { display: none; }\n");
        }

        return sheet.Append("}\n").ToString();
    }

    /// <summary>The sheet of the gate's page: the same look, and how it fits one sheet of paper.</summary>
    public static string ForReadiness() => $"\n{PageTemplate.Read("report.css")}{PageTemplate.Read("ready.css")}";

    /// <summary>The sheet of the page above several reports.</summary>
    public static string ForOverview() => $"\n{PageTemplate.Read("report.css")}{PageTemplate.Read("overview.css")}";
}
