using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Writes a plan of restore tests in one format. The same plan gives the same bytes, in UTF-8, lines ended by LF.</summary>
public interface IDrillRenderer
{
    /// <summary>Writes it all; the stream stays open.</summary>
    /// <param name="forms">the records to fill in, one for each test that can be made</param>
    /// <exception cref="IOException">the stream cannot be written</exception>
    void Render(DrillPlan plan, ImmutableArray<EvidenceForm> forms, Stream output);
}
