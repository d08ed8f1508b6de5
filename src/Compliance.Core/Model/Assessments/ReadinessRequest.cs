namespace Compliance.Core.Model;

/// <summary>What somebody is about to do.</summary>
/// <param name="Change">the kind of change; it says which rules must hold</param>
/// <param name="Node">the only node that is changed; null for all</param>
/// <param name="MaxAge">how old the newest archive of a host's configuration may be</param>
public sealed record ReadinessRequest(ChangeKind Change, string? Node, TimeSpan MaxAge)
{
    /// <summary>Half a working day: an archive from before it may miss what was changed since.</summary>
    public static readonly TimeSpan DefaultMaxAge = TimeSpan.FromHours(4);
}
