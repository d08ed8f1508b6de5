using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>The log of a backup run, from <c>/nodes/N/tasks/UPID/log</c>.</summary>
/// <param name="Lines">without progress and the output of tools; unreadable when the log is gone</param>
public sealed record TaskLog(string Upid, Observed<ImmutableArray<string>> Lines);
