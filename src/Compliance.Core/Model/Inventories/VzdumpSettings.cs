namespace Compliance.Core.Model;

/// <summary>vzdump.conf merged with the built-in defaults, as <c>/nodes/N/vzdump/defaults</c> gives it. Null means not given.</summary>
public sealed record VzdumpSettings
{
    /// <summary>The target a job without one falls back to.</summary>
    public string? Storage { get; init; }

    public string? Mode { get; init; }

    public string? Compress { get; init; }

    /// <summary>Retention as a property string; the storage's own overrides vzdump.conf here.</summary>
    public string? PruneBackups { get; init; }

    public bool? Remove { get; init; }

    public string? NotificationMode { get; init; }

    public string? MailTo { get; init; }
}
