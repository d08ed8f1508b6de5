using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>One finding, as <c>qemu/101 (ca01) error BKP104: message  Fix: command   (policy.yaml:22, RB-40)</c> with what was wanted and found below.</summary>
internal static class TextFinding
{
    private const int Indent = 4;
    private const int LabelEnd = 14;

    public static void Write(TextPage page, Finding finding, DateTimeOffset asOf)
    {
        var subject = Subject(finding.Subject);
        var (word, ink) = Weight(finding);
        var rule = LedgerText.Beside(finding) is { } standing ? $" {finding.Rule} ({standing}): " : $" {finding.Rule}: ";
        var message = UntrustedText.Shortened(finding.Message, Limits.Message);
        var fix = finding.Fix is null ? "" : $"Fix: {UntrustedText.Visible(finding.Fix)}";
        var place = Place(finding);

        var columns = TextWidth.Of(subject) + 1 + word.Length + TextWidth.Of(rule) + TextWidth.Of(message)
            + TextWidth.Of(fix) + 2 + TextWidth.Of(place) + 3;
        if (page.Fits(columns))
        {
            var gap = fix.Length > 0 ? "  " : "";
            page.Line(new TextSpan(subject, Ink.Strong), " ", new TextSpan(word, ink), rule, message, gap, fix, new TextSpan("   " + place, Ink.Quiet));
            Values(page, finding, asOf);
            return;
        }

        page.Paragraph(Indent, new TextSpan(subject, Ink.Strong), " ", new TextSpan(word, ink), rule + message);
        Values(page, finding, asOf);
        if (fix.Length > 0)
        {
            page.Line("    ", fix);
        }

        page.Line("    ", new TextSpan(place, Ink.Quiet));
    }

    /// <summary><c>qemu/101 (ca01)</c>.</summary>
    public static string Subject(Subject subject)
    {
        var id = UntrustedText.Shortened(subject.Id, Limits.Name);
        return subject.Name is null ? id : $"{id} ({UntrustedText.Shortened(subject.Name, Limits.Name)})";
    }

    private static (string Word, Ink Ink) Weight(Finding finding) => finding.Verdict == Verdict.Unknown
        ? ("unknown", Ink.Doubtful)
        : (Words.Of(finding.Severity), finding.Severity switch
        {
            Severity.Error => Ink.Bad,
            Severity.Warning => Ink.Doubtful,
            _ => Ink.Notice,
        });

    private static string Place(Finding finding)
    {
        IEnumerable<string> policy = finding.Policy is { } place ? [$"{UntrustedText.Visible(place.File)}:{place.Line}"] : [];
        return $"({string.Join(", ", policy.Concat(finding.Clauses.Select(UntrustedText.Visible)))})";
    }

    private static void Values(TextPage page, Finding finding, DateTimeOffset asOf)
    {
        if (finding.Expected is not null)
        {
            page.Paragraph(LabelEnd, new TextSpan("    expected  ", Ink.Quiet), UntrustedText.Shortened(finding.Expected, Limits.Value));
        }

        var live = finding.Live is { } at ? $"{UntrustedText.Visible(at.Endpoint)} {UntrustedText.Visible(at.Field)}" : null;
        if (finding.Actual is not null)
        {
            var source = live is null ? "" : $"  ({live})";
            page.Paragraph(LabelEnd, new TextSpan("    actual    ", Ink.Quiet), UntrustedText.Shortened(finding.Actual, Limits.Value), new TextSpan(source, Ink.Quiet));
        }
        else if (live is not null)
        {
            page.Paragraph(LabelEnd, new TextSpan("    live      ", Ink.Quiet), live);
        }

        if (!finding.Because.IsEmpty)
        {
            page.Paragraph(LabelEnd, new TextSpan("    because   ", Ink.Quiet), ReasonText.Of(finding));
        }

        if (finding.Waiver is { } waiver)
        {
            page.Paragraph(LabelEnd, new TextSpan("    waived    ", Ink.Notice), WaiverText.Of(waiver, asOf));
        }

        if (finding.History is { } history && LedgerText.Detail(history) is { } changed)
        {
            page.Paragraph(LabelEnd, new TextSpan("    changed   ", Ink.Quiet), changed);
        }

        foreach (var gap in finding.Missing)
        {
            page.Paragraph(LabelEnd, new TextSpan("    missing   ", Ink.Quiet), UntrustedText.Shortened(gap.ToString(), Limits.Value));
        }
    }
}
