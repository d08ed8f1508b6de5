using Compliance.Core.Facts.Retentions;

namespace Compliance.Core.Facts.Estates;

/// <summary>The retention a run really prunes by, and which level sets it.</summary>
/// <param name="Origin">such as <c>job</c> or <c>storage local-backup, used by job</c></param>
/// <param name="Prunes">false: <c>remove</c> is 0, so that nothing is ever deleted and the retention is a limit</param>
public sealed record RetentionFacts(KeepOptions Keep, string Origin, bool Prunes)
{
    /// <summary>In Proxmox's notation, <c>keep-daily=7,keep-weekly=4</c>.</summary>
    public string Text => Prunes ? Keep.ToString() : $"{Keep} (never pruned: remove is 0)";

    public bool KeepsEverything => Keep.IsKeepAll || !Prunes;

    public long Daily => Keep.Daily;

    public long Weekly => Keep.Weekly;

    public long Monthly => Keep.Monthly;
}
