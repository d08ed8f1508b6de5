namespace Compliance.Core.Facts.Jobs;

/// <summary>The way the result of a run is told.</summary>
public enum NotificationPath
{
    /// <summary>Mail by the node's own mail server to the addresses of <c>mailto</c>.</summary>
    LegacySendmail,

    /// <summary>Matchers and targets of the cluster; <c>mailto</c> is ignored.</summary>
    NotificationSystem,

    /// <summary>Nobody is told: legacy mail without an address.</summary>
    None,
}
