namespace Compliance.Core.Model;

/// <summary>An owner's word for what the API cannot prove, such as who keeps a key. It is worth something for a time.</summary>
public sealed record Attestation
{
    /// <summary>The clause of the runbook it speaks for, such as <c>RB-82</c>.</summary>
    public required Placed<string> Clause { get; init; }

    /// <summary>What is attested, in words.</summary>
    public required Placed<string> Statement { get; init; }

    /// <summary>Who answers for it.</summary>
    public required Placed<string> Owner { get; init; }

    /// <summary>The day it was given.</summary>
    public required Placed<DateOnly> Made { get; init; }

    /// <summary>The last day it holds; after <see cref="Made"/>.</summary>
    public required Placed<DateOnly> Expires { get; init; }

    /// <summary>Where the record is written.</summary>
    public required Place Place { get; init; }

    /// <summary>Whether it holds at a moment: from the day it was given to the end of its last day, in UTC.</summary>
    public bool HoldsAt(DateTimeOffset moment)
    {
        var day = DateOnly.FromDateTime(moment.UtcDateTime);
        return Made.Value <= day && day <= Expires.Value;
    }
}
