using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads the document of <c>policy.yaml</c>. The order of reading is the order in which known keys are listed to the user.</summary>
internal static class PolicyReader
{
    private static readonly ValueReader<Placed<PolicyPhase>?> Phase = Values.OneOf(
        ("local", PolicyPhase.Local), ("transition", PolicyPhase.Transition), ("pbs", PolicyPhase.Pbs));

    /// <returns>no policy when something it needs is missing or faulty, which is reported; the locations in any case, so that the other files are read too</returns>
    public static (Policy? Policy, PolicyLocations Locations) Read(YamlNode root, Place whole, ProblemList problems)
    {
        if (Fields.Of(root, "policy", new Field("policy", problems)) is not { } fields)
        {
            return (null, LocationsReader.Defaults(whole));
        }

        var name = fields.Required("name", Values.Of(TextForms.PolicyName), "Give it a short name, such as name: homelab.");
        var title = fields.Optional("title", Values.Text);
        var version = fields.Optional("version", Values.Text);
        var runbook = fields.Optional("runbook", Values.Of(TextForms.RepositoryPath));
        var phase = fields.Optional("phase", Phase);
        var backup = fields.Required("backup", DemandReader.Backup, "Write backup: with target, mode and compression.");
        var tiers = fields.Required("tiers", Lists.OfRecords(TierReader.Read), "Write the tiers of the runbook.");
        var exempt = fields.Optional("exempt", Lists.OfRecords(TierReader.Exemption));
        var storages = fields.Optional("storages", Lists.OfRecords(StorageReader.Read));
        var copies = fields.Optional("copies", DemandReader.Copies);
        var notification = fields.Optional("notification", DemandReader.Notification);
        var validation = fields.Optional("validation", DemandReader.Validation);
        var pbs = fields.Optional("pbs", DemandReader.Pbs);
        var changeControl = fields.Optional("change-control", DemandReader.Changes);
        var rollback = fields.Optional("rollback", DemandReader.Rollback);
        var rules = fields.Optional("rules", Lists.OfRecords(RuleSettingReader.Read));
        var lint = fields.Optional("lint", Lists.OfRecords(LintSettingReader.Read));
        var waivers = fields.Optional("waivers", WaiverLimitsReader.Read);
        var locations = fields.Optional("locations", LocationsReader.Read) ?? LocationsReader.Defaults(whole);
        fields.Close();
        if (name is null || backup is null || tiers.IsDefaultOrEmpty)
        {
            return (null, locations);
        }

        var policy = new Policy
        {
            Name = name.Value,
            Title = title,
            Version = version,
            Runbook = runbook,
            Phase = phase ?? new Placed<PolicyPhase>(PolicyPhase.Local, whole),
            Backup = backup,
            Tiers = [.. tiers.OrderBy(tier => tier.Level.Value)],
            Exempt = OrEmpty(exempt),
            Storages = OrEmpty(storages),
            Copies = copies,
            Notification = notification,
            Validation = validation,
            Pbs = pbs,
            ChangeControl = changeControl,
            Rollback = rollback,
            Rules = OrEmpty(rules),
            Lint = OrEmpty(lint),
            Waivers = waivers ?? WaiverLimits.Default,
            Locations = locations,
            Place = whole,
        };
        PolicyChecks.Run(policy, problems);
        return (policy, locations);
    }

    private static ImmutableArray<T> OrEmpty<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
