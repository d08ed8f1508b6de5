namespace Compliance.Reporting;

/// <summary>For programs: the rows as the JSON report has them under <c>coverage</c>; <c>asOf</c> is null when nothing was judged.</summary>
public sealed class CoverageJsonRenderer : ICoverageRenderer
{
    private const int DocumentVersion = 1;

    public void Render(CoverageListing listing, Stream output) => JsonDocumentWriter.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", DocumentVersion);
        json.WriteString("policy", listing.Policy);
        json.WriteString("runbook", listing.Runbook);
        json.WriteString("estate", listing.Judged?.Estate);
        json.WriteString("asOf", listing.Judged is { } judged ? Words.Of(judged.AsOf) : null);
        JsonTraceability.Coverage(json, listing.Rows, listing.Reason);
        json.WriteEndObject();
    });
}
