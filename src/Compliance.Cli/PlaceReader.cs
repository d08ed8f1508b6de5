using Compliance.Core.Model;

namespace Compliance.Cli;

/// <summary>Reads a place of <c>host-archives:</c> that is no directory.</summary>
/// <param name="paths">further paths whose files are listed, absolute</param>
internal delegate Task<HostArchivePlace> PlaceReader(HostArchiveSource place, IReadOnlyCollection<string> paths, CancellationToken cancellation);
