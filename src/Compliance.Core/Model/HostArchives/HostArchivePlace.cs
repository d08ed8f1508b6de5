using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Compliance.Core.Model;

/// <summary>One place of <c>host-archives:</c> as it was found.</summary>
/// <param name="Place">as the policy names it: the directory, or <c>https://HOST:8007 DATASTORE</c>; see <see cref="HostArchiveSource.Name"/></param>
/// <param name="Archives">newest first; unreadable when the place itself could not be listed, which is not the same as empty</param>
/// <param name="OtherFiles">files of the directory that are no archives, and snapshots of hosts that are no nodes: ignored, and counted, so that a wrong place shows</param>
public sealed record HostArchivePlace(string Place, Observed<ImmutableArray<HostArchive>> Archives, int OtherFiles)
{
    /// <summary>Why more archives may be there than were listed; null when none can be. What is listed proves itself in spite of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Gap? Hidden { get; init; }
}
