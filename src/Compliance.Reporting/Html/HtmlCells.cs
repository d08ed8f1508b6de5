using System.Collections.Frozen;
using System.Collections.Immutable;
using Compliance.Core.Model;
using Scriban.Runtime;

namespace Compliance.Reporting;

/// <summary>The tiers × controls matrix, and which findings each of its cells stands for.</summary>
internal sealed class HtmlCells
{
    private readonly Matrix _matrix;
    private readonly FrozenDictionary<string, int> _controls;
    private readonly FrozenDictionary<string, (int Failed, int Unknown)> _findings;

    public HtmlCells(Assessment assessment)
    {
        _matrix = assessment.Matrix;
        _controls = assessment.Rules
            .Where(rule => rule.Control is not null && _matrix.Controls.Contains(rule.Control))
            .ToFrozenDictionary(rule => rule.Id, rule => _matrix.Controls.IndexOf(rule.Control!), StringComparer.Ordinal);
        _findings = assessment.Findings
            .Select(finding => (Cell: Of(finding), finding.Verdict))
            .Where(finding => finding.Cell is not null)
            .GroupBy(finding => finding.Cell!, StringComparer.Ordinal)
            .ToFrozenDictionary(
                cell => cell.Key,
                cell => (cell.Count(finding => finding.Verdict == Verdict.Fail), cell.Count(finding => finding.Verdict != Verdict.Fail)),
                StringComparer.Ordinal);
    }

    /// <summary>Fragment ids of the cells that have findings, in the matrix's order.</summary>
    public ImmutableArray<string> Filtered =>
    [
        .. _matrix.Rows.SelectMany(row => _matrix.Controls.Select((_, control) => Anchor.OfCell(row.Tier, control))).Where(_findings.ContainsKey),
    ];

    /// <summary>The cell a finding counts in; null when its rule is under no control.</summary>
    public string? Of(Finding finding)
        => _controls.TryGetValue(finding.Rule, out var control) ? Anchor.OfCell(finding.Subject.Tier, control) : null;

    /// <summary>The class attribute of an element that holds these findings.</summary>
    public string Classes(string own, IEnumerable<Finding> findings)
        => string.Join(' ', findings.Select(Of).OfType<string>().Distinct(StringComparer.Ordinal).Prepend(own));

    public ScriptObject Matrix() => new()
    {
        ["is_empty"] = _matrix.Rows.IsEmpty || _matrix.Controls.IsEmpty,
        ["controls"] = Script.List(_matrix.Controls, control => UntrustedText.Shortened(control, Limits.Name)),
        ["rows"] = Script.List(_matrix.Rows, row => new ScriptObject
        {
            ["title"] = UntrustedText.Shortened(row.Title, Limits.Name),
            ["guests"] = row.Tier is null ? null : Words.Count(row.Guests, "guest"),
            ["cells"] = Script.List(row.Cells.Select((cell, control) => (cell, control)), item => Cell(row, item.cell, item.control)),
        }),
    };

    /// <summary>The line above the findings while only those of one cell are shown.</summary>
    public ScriptArray Filters()
    {
        var places = _matrix.Rows.SelectMany(row => _matrix.Controls.Select((control, index) => (Id: Anchor.OfCell(row.Tier, index), row.Title, Control: control)));
        return Script.List(places.Where(place => _findings.ContainsKey(place.Id)), place => new ScriptObject
        {
            ["id"] = place.Id,
            ["title"] = UntrustedText.Shortened(place.Title, Limits.Name),
            ["control"] = UntrustedText.Shortened(place.Control, Limits.Name),
            ["counts"] = $"{_findings[place.Id].Failed} failed, {_findings[place.Id].Unknown} could not be judged",
        });
    }

    private ScriptObject Cell(MatrixRow row, MatrixCell cell, int control)
    {
        var id = Anchor.OfCell(row.Tier, control);
        var (kind, main) = cell.Worst switch
        {
            Verdict.Fail => ("fail", $"{cell.Fail} fail"),
            Verdict.Unknown => ("unknown", $"{cell.Unknown} unknown"),
            Verdict.Pass => ("pass", $"{cell.Pass} pass"),
            _ => ("none", "nothing to judge"),
        };
        List<string> rest = [];
        if (cell.Fail > 0 && cell.Unknown > 0)
        {
            rest.Add($"{cell.Unknown} unknown");
        }

        if (kind is "fail" or "unknown" && cell.Pass > 0)
        {
            rest.Add($"{cell.Pass} pass");
        }

        return new ScriptObject
        {
            ["kind"] = kind,
            ["main"] = main,
            ["rest"] = rest.Count == 0 ? null : string.Join(", ", rest),
            ["anchor"] = _findings.ContainsKey(id) ? id : null,
        };
    }
}
