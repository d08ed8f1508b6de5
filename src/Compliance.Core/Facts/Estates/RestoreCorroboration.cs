using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>What the live system says of a recorded restore test: it confirms it, contradicts it, or cannot say.</summary>
/// <param name="IsConfirmed">a restore task of that guest's kind, to that vmid and at that time, succeeded</param>
/// <param name="Contradiction">why it cannot have been so; null when nothing speaks against it</param>
/// <param name="Unseen">why nobody can say; null when it is confirmed or contradicted</param>
/// <param name="IsForgotten">what would tell is out of reach for good, as in a task history that was rotated or on a host that is no node; otherwise it is hidden from this token</param>
public sealed record RestoreCorroboration(bool IsConfirmed, string? Contradiction, Gap? Unseen, bool IsForgotten)
{
    internal static readonly RestoreCorroboration Confirmed = new(true, null, null, false);

    internal static RestoreCorroboration Contradicted(string why) => new(false, why, null, false);

    internal static RestoreCorroboration Hidden(Gap gap) => new(false, null, gap, false);

    internal static RestoreCorroboration Forgotten(Gap gap) => new(false, null, gap, true);
}
