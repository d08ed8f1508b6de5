namespace Compliance.Core.Model;

/// <summary>Where the repository keeps what people write besides the policy, relative to the policy file. The place of a default is a point.</summary>
public sealed record PolicyLocations
{
    /// <summary>Own rules. Default: <c>rules</c>.</summary>
    public required Placed<string> Rules { get; init; }

    /// <summary>Cases that prove rules. Default: the folder <c>cases</c> in the one of own rules.</summary>
    public required Placed<string> Cases { get; init; }

    /// <summary>Recorded inventories that cases begin with. Default: <c>inventories</c>.</summary>
    public required Placed<string> Inventories { get; init; }

    /// <summary>Default: <c>waivers.yaml</c>.</summary>
    public required Placed<string> Waivers { get; init; }

    /// <summary>Restore tests, log reviews, attestations. Default: <c>evidence</c>.</summary>
    public required Placed<string> Evidence { get; init; }

    /// <summary>Change records. Default: <c>changes</c>.</summary>
    public required Placed<string> Changes { get; init; }

    /// <summary>Whom runs tell. Default: <c>notifications.yaml</c>. It says nothing of what must hold, so it is no part of the policy's digest.</summary>
    public required Placed<string> Notifications { get; init; }
}
