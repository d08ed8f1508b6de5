namespace Compliance.Reporting;

/// <summary>Writes the reference of the facts in one format. The same facts and rules give the same bytes, in UTF-8, lines ended by LF.</summary>
public interface IFactRenderer
{
    /// <summary>Writes it all; the stream stays open.</summary>
    /// <exception cref="IOException">the stream cannot be written</exception>
    void Render(FactListing listing, Stream output);
}
