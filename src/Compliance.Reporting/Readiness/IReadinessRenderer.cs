using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Writes the answer of the gate in one format. The same answer gives the same bytes, in UTF-8, lines ended by LF.</summary>
public interface IReadinessRenderer
{
    /// <summary>Writes it all; the stream stays open.</summary>
    /// <exception cref="IOException">the stream cannot be written</exception>
    void Render(Readiness readiness, Stream output);
}
