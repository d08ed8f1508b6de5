using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Writes what a history holds in one format. The same runs give the same bytes, in UTF-8, lines ended by LF; the stream stays open.</summary>
public interface IHistoryRenderer
{
    /// <summary>The list of runs, series after series, the newest last.</summary>
    /// <exception cref="IOException">the stream cannot be written</exception>
    void Runs(ImmutableArray<RunSeries> history, Stream output);

    /// <summary>One run.</summary>
    /// <param name="ledger">of that run</param>
    /// <exception cref="IOException">the stream cannot be written</exception>
    void Run(HistoryRun run, Ledger ledger, Stream output);
}
