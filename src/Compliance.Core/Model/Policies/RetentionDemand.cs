namespace Compliance.Core.Model;

/// <summary>One row of the retention table. A value that is not written is 0, as in Proxmox.</summary>
public sealed record RetentionDemand
{
    public required Placed<int> Daily { get; init; }

    public required Placed<int> Weekly { get; init; }

    public required Placed<int> Monthly { get; init; }

    /// <summary>The <c>retention:</c> mapping.</summary>
    public required Place Place { get; init; }
}
