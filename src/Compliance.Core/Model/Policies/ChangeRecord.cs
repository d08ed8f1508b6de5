namespace Compliance.Core.Model;

/// <summary>Somebody wrote down what was changed, or what failed, and why. Read from <c>changes/*.yaml</c>.</summary>
public sealed record ChangeRecord
{
    /// <summary>Such as <c>CHG-17</c>; no two records have the same.</summary>
    public required Placed<string> Id { get; init; }

    /// <summary>When it was made, or began; in UTC.</summary>
    public required Placed<DateTimeOffset> Made { get; init; }

    /// <summary>When the window ended; null: it was made at one moment.</summary>
    public Placed<DateTimeOffset>? Until { get; init; }

    public required Placed<string> By { get; init; }

    public required Placed<ChangeTopic> What { get; init; }

    /// <summary><c>job/ID</c>, <c>storage/ID</c>, <c>tier/N</c>, or for a failed restore the guest it made: <c>qemu/999</c>, <c>lxc/999</c>.</summary>
    public required Placed<string> Subject { get; init; }

    /// <summary>What it was before, as reports print it; null: not said. What is said is compared.</summary>
    public Placed<string>? From { get; init; }

    /// <summary>What it is since, as reports print it; null: not said. What is said is compared.</summary>
    public Placed<string>? To { get; init; }

    public required Placed<string> Reason { get; init; }

    /// <summary>Whether its moment or window touches a span of time.</summary>
    public bool Touches(DateTimeOffset from, DateTimeOffset to) => Made.Value <= to && (Until ?? Made).Value >= from;
}
