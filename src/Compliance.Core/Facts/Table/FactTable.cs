using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;

namespace Compliance.Core.Facts.Table;

/// <summary>Everything a rule may name. One line each, in the table of its subject.</summary>
public static class FactTable
{
    internal static readonly FactGroup<Policy> PolicyGroup = new("policy");
    internal static readonly FactGroup<Estate> EstateGroup = new("estate");
    internal static readonly FactGroup<TierFacts> TierGroup = new("tier");
    internal static readonly FactGroup<ServiceFacts> ServiceGroup = new("service");
    internal static readonly FactGroup<GuestFacts> GuestGroup = new("guest");
    internal static readonly FactGroup<VolumeFacts> VolumesGroup = new("volume");
    internal static readonly FactGroup<JobFacts> JobGroup = new("job");
    internal static readonly FactGroup<StorageFacts> StorageGroup = new("storage");
    internal static readonly FactGroup<NodeStorageFacts> NodeStorageGroup = new("nodeStorage");
    internal static readonly FactGroup<NodeFacts> NodeGroup = new("node");

    static FactTable()
    {
        PolicyFactTable.Declare();
        GuestFactTable.Declare();
        JobFactTable.Declare();
        StorageFactTable.Declare();
        Records = [PolicyGroup.Record, EstateGroup.Record, TierGroup.Record, ServiceGroup.Record, GuestGroup.Record, VolumesGroup.Record, JobGroup.Record, StorageGroup.Record, NodeStorageGroup.Record, NodeGroup.Record];
    }

    /// <summary>The records, in the order of the reference page.</summary>
    public static ImmutableArray<CelRecordType> Records { get; }

    /// <summary>Every fact, in the order of the reference page.</summary>
    public static IEnumerable<Fact> Facts => Records.SelectMany(r => r.Fields).Select(f => (Fact)f.Tag!);

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
            _ => [],
        };
        return [.. own, ("policy", PolicyGroup.Record), ("estate", EstateGroup.Record)];
    }
}
