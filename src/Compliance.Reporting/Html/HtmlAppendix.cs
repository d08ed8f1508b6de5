using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>What was seen, as plain tables.</summary>
internal static class HtmlAppendix
{
    public static ScriptObject Table(AppendixTable table) => new()
    {
        ["title"] = UntrustedText.Shortened(table.Title, Limits.Value),
        ["count"] = Words.Count(table.Rows.Length, "row"),
        ["is_empty"] = table.Rows.IsEmpty,
        ["columns"] = Script.List(table.Columns, column => UntrustedText.Shortened(column, Limits.Name)),
        ["rows"] = Script.List(table.Rows, row => Script.List(row, cell => UntrustedText.Shortened(cell, Limits.Value))),
    };
}
