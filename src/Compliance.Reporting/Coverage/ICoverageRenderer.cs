namespace Compliance.Reporting;

/// <summary>Writes the traceability matrix in one format. The same listing gives the same bytes, in UTF-8, lines ended by LF.</summary>
public interface ICoverageRenderer
{
    /// <summary>Writes it all; the stream stays open.</summary>
    /// <exception cref="IOException">the stream cannot be written</exception>
    void Render(CoverageListing listing, Stream output);
}
