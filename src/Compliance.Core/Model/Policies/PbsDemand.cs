namespace Compliance.Core.Model;

/// <summary>What Proxmox Backup Server must be once the phase has reached it.</summary>
public sealed record PbsDemand
{
    /// <summary>Storage id of the PBS datastore in Proxmox VE.</summary>
    public Placed<string>? Storage { get; init; }

    public Placed<bool>? IsEncrypted { get; init; }

    public Placed<bool>? IsVerified { get; init; }

    /// <summary>Where the encryption keys are kept, such as a secrets manager; never the key.</summary>
    public Placed<string>? KeyCustody { get; init; }
}
