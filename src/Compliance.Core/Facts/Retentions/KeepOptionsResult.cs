using System.Diagnostics.CodeAnalysis;

namespace Compliance.Core.Facts.Retentions;

/// <summary>
/// A <c>prune-backups</c> property that was read. Proxmox drops an invalid one as a whole, and the next level applies: that
/// is data about the estate, so it is kept with its reason.
/// </summary>
public sealed record KeepOptionsResult
{
    private KeepOptionsResult(KeepOptions? options, string? error)
    {
        Options = options;
        Error = error;
    }

    /// <summary>The options; null when the property is invalid.</summary>
    public KeepOptions? Options { get; }

    /// <summary>Why Proxmox refuses the property; null when it is valid.</summary>
    public string? Error { get; }

    [MemberNotNullWhen(true, nameof(Options))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsValid => Options is not null;

    internal static KeepOptionsResult Valid(KeepOptions options) => new(options, null);

    internal static KeepOptionsResult Invalid(string error) => new(null, error);
}
