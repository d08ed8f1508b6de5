namespace Compliance.Core.Model;

/// <summary>One finding over the runs of an estate and a policy.</summary>
public sealed record LedgerEntry
{
    /// <summary>As this run has it; what this run does not have, as the last run that had it.</summary>
    public required HistoryFinding Finding { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>The run it is told of.</summary>
    public required RunMark Now { get; init; }

    /// <summary>The first run of all that had it.</summary>
    public required RunMark FirstSeen { get; init; }

    /// <summary>The first run since it was last put right; <see cref="FirstSeen"/> when it never was.</summary>
    public required RunMark Since { get; init; }

    /// <summary>
    /// The run before that is compared with: for what is there and was there, the last that had it; for what came, the last that did not;
    /// for what went, the last that had it. Null in the first run of all.
    /// </summary>
    public RunMark? Before { get; init; }

    /// <summary>What moved between <see cref="Before"/> and this run. Null when nothing came, went or changed, or when nobody can tell.</summary>
    public Movement? Moved { get; init; }

    /// <summary>What was wanted, when that changed. Only known where both runs had the finding, or the run before kept what held.</summary>
    public ValueChange? Expected { get; init; }

    /// <summary>What was found, when that changed; as <see cref="Expected"/>.</summary>
    public ValueChange? Actual { get; init; }

    /// <summary>Why it stands so, where the rest does not tell it; lower-case start, or null.</summary>
    public string? Why { get; init; }

    /// <summary>How long it is out of line.</summary>
    public TimeSpan Age => Now.AsOf - Since.AsOf;
}
