namespace Compliance.Reporting;

/// <summary>Writes an overview in one format: UTF-8 without mark, lines ended by LF; the same overview gives the same bytes.</summary>
public interface IOverviewRenderer
{
    /// <summary>Writes it; the stream stays open.</summary>
    /// <exception cref="IOException">the stream cannot be written</exception>
    void Render(Overview overview, Stream output);
}
