using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>One place of <c>host-archives:</c> as it was found.</summary>
/// <param name="Place">as the policy names it: the directory, or <c>https://HOST:8007 DATASTORE</c>; see <see cref="HostArchiveSource.Name"/></param>
/// <param name="Archives">newest first; unreadable when the place itself could not be listed, which is not the same as empty</param>
/// <param name="OtherFiles">files of the directory that are no archives: ignored, and counted, so that a wrong directory shows</param>
public sealed record HostArchivePlace(string Place, Observed<ImmutableArray<HostArchive>> Archives, int OtherFiles);
