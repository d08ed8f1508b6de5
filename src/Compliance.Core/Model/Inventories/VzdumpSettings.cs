namespace Compliance.Core.Model;

/// <summary>vzdump.conf merged with the built-in defaults, as <c>/nodes/N/vzdump/defaults</c> gives it. Null means not given.</summary>
public sealed record VzdumpSettings
{
    /// <summary>The storage asked for; when none was, the one that a job without a target falls back to.</summary>
    public string? Storage { get; init; }

    /// <summary>The directory that such a job falls back to, where vzdump.conf names one in place of a storage.</summary>
    public string? DumpDir { get; init; }

    public string? Mode { get; init; }

    public string? Compress { get; init; }

    /// <summary>Retention as a property string; the storage's own overrides vzdump.conf here.</summary>
    public string? PruneBackups { get; init; }

    public bool? Remove { get; init; }

    public string? NotificationMode { get; init; }

    public string? MailTo { get; init; }
}
