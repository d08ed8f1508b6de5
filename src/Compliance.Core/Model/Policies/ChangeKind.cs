namespace Compliance.Core.Model;

/// <summary>A change of the platform that the runbook wants a backup before.</summary>
public enum ChangeKind
{
    Upgrade,
    NetworkChange,
    StorageChange,
}
