using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Table;

/// <summary>Everything a rule may name. One line each, in the table of its subject.</summary>
public static class FactTable
{
    internal static readonly FactGroup<Policy> PolicyGroup = new("policy", "what the runbook demands of every backup");
    internal static readonly FactGroup<Estate> EstateGroup = new("estate", "the live cluster, or the only node, as a whole");
    internal static readonly FactGroup<TierFacts> TierGroup = new("tier", "a tier of the policy, with the policy's defaults filled in");
    internal static readonly FactGroup<ServiceFacts> ServiceGroup = new("service", "a service of a tier, and the guest that runs it");
    internal static readonly FactGroup<GuestFacts> GuestGroup = new("guest", "a virtual machine or container, with the jobs that cover it and its restore points");
    internal static readonly FactGroup<VolumeFacts> VolumesGroup = new("volume", "a volume of a guest");
    internal static readonly FactGroup<JobFacts> JobGroup = new("job", "a backup job, with what it selects and what a run of it would use");
    internal static readonly FactGroup<StorageFacts> StorageGroup = new("storage", "a storage the policy speaks of, as configured for the whole cluster");
    internal static readonly FactGroup<NodeStorageFacts> NodeStorageGroup = new("nodeStorage", "the same storage as one node has it, and what lies under it; for each node with guests that are to be backed up to it");
    internal static readonly FactGroup<NodeFacts> NodeGroup = new("node", "a node of the cluster");
    internal static readonly FactGroup<ComparedFacts> ComparedGroup = new("compared", "a backup job or storage as it is and as it was in the earlier inventory of --previous; one that is gone too");

    static FactTable()
    {
        PolicyFactTable.Declare();
        GuestFactTable.Declare();
        JobFactTable.Declare();
        StorageFactTable.Declare();
        EvidenceFactTable.Declare();
        ChangeFactTable.Declare();
        ReadinessFactTable.Declare();
        HostArchiveFactTable.Declare();
        Subjects =
        [
            GuestGroup.Subject, VolumesGroup.Subject, JobGroup.Subject, StorageGroup.Subject, NodeStorageGroup.Subject, NodeGroup.Subject,
            TierGroup.Subject, ServiceGroup.Subject, ComparedGroup.Subject, PolicyGroup.Subject, EstateGroup.Subject,
        ];
    }

    /// <summary>The records with their facts, in the order of the reference page: what rules judge first, what they judge by after.</summary>
    public static ImmutableArray<FactSubject> Subjects { get; }

    /// <summary>Every fact, in the order of the reference page.</summary>
    public static IEnumerable<Fact> Facts => Subjects.SelectMany(subject => subject.Facts);

    /// <summary>What a rule about such subjects may name: its subject, and always <c>policy</c> and <c>estate</c>.</summary>
    public static CelEnvironment EnvironmentOf(SubjectKind kind) => Environments.Of(kind);

    /// <summary>The variables of a rule about such subjects, by name.</summary>
    internal static ImmutableArray<(string Name, CelRecordType Type)> VariablesOf(SubjectKind kind)
    {
        (string, CelRecordType)[] own = kind switch
        {
            SubjectKind.Guest => [("guest", GuestGroup.Record)],
            SubjectKind.Volume => [("volume", VolumesGroup.Record), ("guest", GuestGroup.Record)],
            SubjectKind.Job => [("job", JobGroup.Record)],
            SubjectKind.Storage => [("storage", StorageGroup.Record)],
            SubjectKind.NodeStorage => [("nodeStorage", NodeStorageGroup.Record), ("storage", StorageGroup.Record), ("node", NodeGroup.Record)],
            SubjectKind.Node => [("node", NodeGroup.Record)],
            SubjectKind.Service => [("service", ServiceGroup.Record), ("tier", TierGroup.Record)],
            SubjectKind.Tier => [("tier", TierGroup.Record)],
            SubjectKind.Compared => [("compared", ComparedGroup.Record)],
            _ => [],
        };
        return [.. own, ("policy", PolicyGroup.Record), ("estate", EstateGroup.Record)];
    }
}
