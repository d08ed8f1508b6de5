using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>An assessment in a format that forges show at the lines of a repository.</summary>
internal sealed class AnnotationRenderer(string format, SourceRoot sources, Action<AnnotatedRun, Stream> write) : IReportRenderer
{
    public string Format => format;

    public void Render(Assessment assessment, Stream output) => write(AnnotatedAssessment.Of(assessment, sources), output);
}
