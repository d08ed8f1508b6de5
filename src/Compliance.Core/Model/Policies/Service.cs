namespace Compliance.Core.Model;

/// <summary>A service the runbook names, and the guest that runs it.</summary>
public sealed record Service
{
    public required Placed<string> Name { get; init; }

    /// <summary>The guest's name or vmid; null only for a future service.</summary>
    public Placed<string>? Guest { get; init; }

    /// <summary>The runbook foresees it; it may be absent today.</summary>
    public Placed<bool>? IsFuture { get; init; }

    public required Place Place { get; init; }
}
