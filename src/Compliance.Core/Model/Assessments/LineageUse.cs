namespace Compliance.Core.Model;

/// <summary>What guests have on a storage.</summary>
public enum LineageUse
{
    /// <summary>Volumes.</summary>
    Data,

    /// <summary>Backups: an enabled job writes there.</summary>
    Backups,

    /// <summary>Nothing: the policy wants their backups there, and no enabled job writes there.</summary>
    Wanted,
}
