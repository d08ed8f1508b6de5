namespace Compliance.Core.Model;

/// <summary>How often a tier's guests are backed up.</summary>
public enum Cadence
{
    /// <summary>No schedule is demanded.</summary>
    OnDemand,
    Daily,
    Weekly,
    Monthly,
}
