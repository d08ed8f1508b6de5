using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>What the owner demands: the backup runbook as data. Read from <c>policy.yaml</c>.</summary>
public sealed record Policy
{
    /// <summary>A short name, <c>[a-z0-9-]+</c>.</summary>
    public required Placed<string> Name { get; init; }

    public Placed<string>? Title { get; init; }

    /// <summary>The version of the runbook this policy states.</summary>
    public Placed<string>? Version { get; init; }

    /// <summary>The runbook's own file, relative to the policy repository.</summary>
    public Placed<string>? Runbook { get; init; }

    /// <summary>Default: <see cref="PolicyPhase.Local"/>.</summary>
    public required Placed<PolicyPhase> Phase { get; init; }

    /// <summary>Ascending by level; at least one.</summary>
    public required ImmutableArray<Tier> Tiers { get; init; }

    /// <summary>Guests that are deliberately in no tier.</summary>
    public ImmutableArray<Exemption> Exempt { get; init; } = [];

    /// <summary>What holds for every tier that does not say otherwise.</summary>
    public required BackupDemand Backup { get; init; }

    /// <summary>Demands on storages, by id.</summary>
    public ImmutableArray<StorageDemand> Storages { get; init; } = [];

    public CopiesDemand? Copies { get; init; }

    public NotificationDemand? Notification { get; init; }

    public ValidationDemand? Validation { get; init; }

    public PbsDemand? Pbs { get; init; }

    public ChangeControl? ChangeControl { get; init; }

    /// <summary>What was written down of changes and failed restores, by file and place.</summary>
    public ImmutableArray<ChangeRecord> Changes { get; init; } = [];

    public RollbackDemand? Rollback { get; init; }

    /// <summary>What is said about single rules.</summary>
    public ImmutableArray<RuleSetting> Rules { get; init; } = [];

    /// <summary>Which problems of lint are accepted everywhere, and why.</summary>
    public ImmutableArray<LintSetting> Lint { get; init; } = [];

    /// <summary>How far waivers may go. Default: <see cref="WaiverLimits.Default"/>.</summary>
    public WaiverLimits Waivers { get; init; } = WaiverLimits.Default;

    public required PolicyLocations Locations { get; init; }

    /// <summary>The whole document.</summary>
    public required Place Place { get; init; }
}
