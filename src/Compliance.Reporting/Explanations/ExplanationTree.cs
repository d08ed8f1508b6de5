using Compliance.Cel;
using Compliance.Core.Rules;

namespace Compliance.Reporting;

/// <summary>An expression taken apart: each part with its value, its own parts below it. What was not evaluated is not there.</summary>
internal static class ExplanationTree
{
    public static void Write(TextPage page, CelExplanation root)
    {
        Line(page, "  ", "  ", root);
        Children(page, "  ", root);
    }

    private static void Children(TextPage page, string indent, CelExplanation part)
    {
        var shown = part.Children.Where(IsTelling).ToList();
        for (var index = 0; index < shown.Count; index++)
        {
            var isLast = index == shown.Count - 1 && !part.IsCut;
            var below = indent + (isLast ? "   " : "│  ");
            Line(page, indent + (isLast ? "└─ " : "├─ "), below, shown[index]);
            Children(page, below, shown[index]);
        }

        if (part.IsCut)
        {
            page.Line($"{indent}└─ …");
        }
    }

    private static void Line(TextPage page, string first, string below, CelExplanation part)
    {
        var (value, ink) = Value(part);
        var text = UntrustedText.Shortened(OneLine.Of(part.Name), Limits.Value);
        page.Paragraph(below.Length + 4, new TextSpan(first, Ink.Quiet, IsWhole: true), $"{text} = ", new TextSpan(UntrustedText.Shortened(value, Limits.Value), ink));
    }

    private static (string Text, Ink Ink) Value(CelExplanation part) => part.Value.Kind switch
    {
        CelKind.Bool => (ValueNotation.Of(part.Value), part.Value.AsBool() ? Ink.Good : Ink.Bad),
        CelKind.Unknown => (Unknown(part), Ink.Doubtful),
        CelKind.Error => (ValueNotation.Of(part.Value), Ink.Doubtful),
        _ => (ValueNotation.Of(part.Value), Ink.Plain),
    };

    // Why is said once, where it comes from.
    private static string Unknown(CelExplanation part) => part.Children.Any(child => child.Value.Kind == CelKind.Unknown)
        ? "unknown"
        : $"unknown: {string.Join("; ", part.Value.AsUnknown().Causes)}";

    // A literal says itself, and a record is only the way to its fields.
    private static bool IsTelling(CelExplanation part)
        => part.Value.Kind != CelKind.Record && !(part.Children.Count == 0 && part.Text == part.Value.ToString());
}
