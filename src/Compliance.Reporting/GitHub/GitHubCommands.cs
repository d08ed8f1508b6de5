using System.Globalization;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>
/// Workflow commands: GitHub shows each at its line of the pull request. Escaping is that of actions/toolkit,
/// packages/core/src/command.ts. Every line begins with a command of ours and holds no line break of anybody else,
/// so no name can begin one of its own.
/// </summary>
internal static class GitHubCommands
{
    public const string Name = "github";

    public static void Write(AnnotatedRun run, Stream output)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        foreach (var annotation in run.Annotations)
        {
            writer.WriteLine($"::{Command(annotation)} {Properties(annotation)}::{Message(string.Join('\n', annotation.Details.Prepend(annotation.Message)))}");
        }

        // GitHub shows ten of a kind for each step and drops the rest in silence; the counts are always in the log.
        writer.WriteLine($"::notice title=pve-compliance::{Message(run.Summary)}");
    }

    private static string Command(Annotation annotation) => annotation switch
    {
        { IsAccepted: true } or { Severity: Severity.Info } => "notice",
        { Severity: Severity.Warning } => "warning",
        _ => "error",
    };

    private static string Properties(Annotation annotation)
    {
        var place = annotation.Place;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"file={Property(UntrustedText.Visible(place.File))},line={place.Line},col={place.Column}");
        // A place of several lines is shown at its first: GitHub would put the annotation under the last, a whole file's at its end.
        if (place.EndLine == place.Line && place.EndColumn > place.Column)
        {
            text.Append(CultureInfo.InvariantCulture, $",endColumn={place.EndColumn}");
        }

        return text.Append(",title=").Append(Property(Title(annotation))).ToString();
    }

    private static string Title(Annotation annotation) => (annotation switch
    {
        { Waived: not null } => "waived: ",
        { IsAccepted: true } => "in the baseline: ",
        { Kind: AnnotationKind.Unknown } => "could not be judged: ",
        _ => "",
    }) + UntrustedText.Shortened(annotation.Rule, Limits.Name);

    private static string Message(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Message(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
