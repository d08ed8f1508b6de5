using Compliance.Core.Model;

namespace Compliance.Core.Facts.Estates;

/// <summary>
/// A backup job or a storage, as it is and as it was in an earlier inventory. One that is gone is compared too: nobody else speaks
/// for it any more.
/// </summary>
public sealed class ComparedFacts
{
    internal ComparedFacts(Subject subject, Observed<bool> wasThere, Observed<bool> isThere)
    {
        Subject = subject;
        WasThere = wasThere;
        IsThere = isThere;
    }

    /// <summary><c>job/ID</c> or <c>storage/ID</c>; <c>estate</c> for those that may be hidden.</summary>
    public Subject Subject { get; }

    /// <summary><c>job</c> or <c>storage</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether the earlier inventory has it; false when there is none.</summary>
    public Observed<bool> WasThere { get; }

    /// <summary>Whether the inventory that is judged has it.</summary>
    public Observed<bool> IsThere { get; }

    /// <summary>Where a job's backups go; a storage has none.</summary>
    public ComparedSetting Target { get; init; } = ComparedSetting.None;

    /// <summary>What a job really prunes by, or what a storage sets itself; compared while it exists.</summary>
    public ComparedSetting Retention { get; init; } = ComparedSetting.None;

    /// <summary>When a job runs, and whether it is enabled; a storage has none.</summary>
    public ComparedSetting Schedule { get; init; } = ComparedSetting.None;
}
