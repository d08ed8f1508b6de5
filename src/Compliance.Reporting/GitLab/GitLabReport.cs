using System.Text.Json;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A code quality report as GitLab reads it: the subset of Code Climate's issues in docs.gitlab.com/ci/testing/code_quality.</summary>
internal static class GitLabReport
{
    public const string Name = "gitlab";

    public static void Write(AnnotatedRun run, Stream output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var annotation in run.Annotations)
        {
            Issue(json, annotation);
        }

        json.WriteEndArray();
    });

    private static void Issue(Utf8JsonWriter json, Annotation annotation)
    {
        json.WriteStartObject();
        json.WriteString("description", string.Join("; ", annotation.Details.Prepend(annotation.Message)));
        json.WriteString("check_name", UntrustedText.Shortened(annotation.Rule, Limits.Name));
        json.WriteString("fingerprint", annotation.Fingerprint);
        json.WriteString("severity", SeverityOf(annotation));
        json.WriteStartObject("location");
        json.WriteString("path", annotation.Place.File);
        json.WriteStartObject("lines");
        json.WriteNumber("begin", annotation.Place.Line);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // An unchanged finding keeps its severity: GitLab compares with the target branch itself, by fingerprint.
    private static string SeverityOf(Annotation annotation) => annotation switch
    {
        { Kind: AnnotationKind.NoVerdict } => "blocker",
        { Waived: not null } or { Severity: Severity.Info } => "info",
        { Severity: Severity.Warning } => "minor",
        { Kind: AnnotationKind.Unknown } => "major",
        _ => "critical",
    };
}
