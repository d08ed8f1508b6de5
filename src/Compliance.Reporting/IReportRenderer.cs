using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Writes one format. A pure function of the assessment: the same assessment gives the same bytes, in UTF-8 without mark, lines ended by LF.</summary>
public interface IReportRenderer
{
    /// <summary>The name users give, such as <c>json</c>.</summary>
    string Format { get; }

    /// <summary>Writes the whole report; the stream stays open.</summary>
    /// <exception cref="IOException">the stream cannot be written</exception>
    void Render(Assessment assessment, Stream output);
}
