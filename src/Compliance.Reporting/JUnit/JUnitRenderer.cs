using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>An assessment as JUnit XML: a suite for each family of rules.</summary>
internal sealed class JUnitRenderer(SourceRoot sources) : IReportRenderer
{
    public string Format => JUnitDocument.Name;

    public void Render(Assessment assessment, Stream output) => JUnitDocument.Write(JUnitAssessment.Of(assessment, sources), output);
}
