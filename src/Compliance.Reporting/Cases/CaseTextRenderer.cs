using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A run of cases for terminals and logs: what failed with both sides of it, what is not proven, the counts last.</summary>
public sealed class CaseTextRenderer(ReportOptions options) : ICaseRenderer
{
    private const string Indent = "        ";

    public void Render(CaseRun run, Stream output)
    {
        var page = new TextPage(options);
        foreach (var rule in run.Results.GroupBy(result => result.Case.Rule, StringComparer.Ordinal))
        {
            page.Line(new TextSpan(UntrustedText.Visible(rule.Key), Ink.Strong));
            foreach (var result in rule)
            {
                Case(page, result);
            }
        }

        var unproven = run.Unproven.ToList();
        if (unproven.Count > 0)
        {
            page.Blank();
            page.Line(new TextSpan("Not proven by cases", Ink.Strong));
            foreach (var proof in unproven)
            {
                page.Paragraph(4, "  ", new TextSpan(UntrustedText.Visible(proof.Rule), Ink.Doubtful), $" {CaseWords.Lacking(proof)}", new TextSpan($"  ({CaseWords.Of(proof.Place)})", Ink.Quiet));
            }
        }

        page.Blank();
        page.Line(new TextSpan(CaseWords.Summary(run), run.Failed == 0 ? Ink.Good : Ink.Bad));
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Case(TextPage page, CaseResult result)
    {
        var name = UntrustedText.Shortened(result.Case.Name, Limits.Value);
        if (result.IsPassed)
        {
            page.Paragraph(8, "  ", new TextSpan("ok  ", Ink.Good), $"  {name}");
            return;
        }

        page.Paragraph(8, "  ", new TextSpan("FAIL", Ink.Bad), $"  {name}", new TextSpan($"  {CaseWords.Of(result.Case.Place)}", Ink.Quiet));
        if (result.Fault is { } fault)
        {
            page.Paragraph(8, $"{Indent}{CaseWords.Of(fault.Place)} {CaseWords.Of(fault)}");
        }

        foreach (var mismatch in result.Mismatches)
        {
            Mismatch(page, mismatch);
        }
    }

    private static void Mismatch(TextPage page, CaseMismatch mismatch)
    {
        page.Paragraph(10, $"{Indent}{CaseWords.Of(mismatch)}", new TextSpan($"  ({CaseWords.Of(mismatch.Place)})", Ink.Quiet));
        if (mismatch.Because is { } because)
        {
            page.Paragraph(10, $"{Indent}  because {UntrustedText.Shortened(because, Limits.Message)}");
        }

        if (mismatch.What == "verdict")
        {
            return;
        }

        // Whole lines: a difference that is cut away cannot be seen.
        var (expected, actual) = (UntrustedText.Visible(mismatch.Expected), UntrustedText.Visible(mismatch.Actual));
        page.Line($"{Indent}  ", new TextSpan("- ", Ink.Bad), expected);
        page.Line($"{Indent}  ", new TextSpan("+ ", Ink.Good), actual);
        page.Line($"{Indent}    {new string(' ', SameColumns(expected, actual))}^");
    }

    private static int SameColumns(string one, string other)
    {
        var same = one.AsSpan().CommonPrefixLength(other);
        return TextWidth.Of(one[..same]);
    }
}
