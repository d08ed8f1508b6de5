using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Writes one format of a run of cases, in UTF-8 without mark, lines ended by LF.</summary>
public interface ICaseRenderer
{
    /// <summary>Writes the whole report; the stream stays open.</summary>
    /// <exception cref="IOException">the stream cannot be written</exception>
    void Render(CaseRun run, Stream output);
}
