using System.Collections.Immutable;
using Compliance.Cel;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>All subjects of an estate by kind, and for each kind why some may be missing.</summary>
internal sealed class SubjectCatalog(Estate estate)
{
    private readonly Dictionary<SubjectKind, ImmutableArray<SubjectCase>> cases = [];

    /// <summary>Why subjects of this kind may be hidden; null when all were seen.</summary>
    public Gap? HiddenOf(SubjectKind kind) => kind switch
    {
        SubjectKind.Guest or SubjectKind.Volume => estate.Inventory.Guests.Hidden,
        SubjectKind.Job => estate.Inventory.Jobs.Hidden,
        SubjectKind.Node => estate.Inventory.Nodes.Hidden,
        SubjectKind.NodeStorage => estate.Inventory.Nodes.Hidden ?? estate.Inventory.Guests.Hidden,
        _ => null,
    };

    /// <summary>Whether subjects of this kind are listed by the API, which may leave some out.</summary>
    public static bool MayBeHidden(SubjectKind kind)
        => kind is SubjectKind.Guest or SubjectKind.Volume or SubjectKind.Job or SubjectKind.Node or SubjectKind.NodeStorage;

    public ImmutableArray<SubjectCase> Of(SubjectKind kind)
    {
        if (!cases.TryGetValue(kind, out var found))
        {
            cases[kind] = found = [.. Make(kind)];
        }

        return found;
    }

    private IEnumerable<SubjectCase> Make(SubjectKind kind) => kind switch
    {
        SubjectKind.Guest => estate.Guests.Select(Guest),
        SubjectKind.Volume => estate.Guests.SelectMany(Volumes),
        SubjectKind.Job => estate.Jobs.Select(Job),
        SubjectKind.Storage => estate.Storages.Select(Storage),
        SubjectKind.NodeStorage => estate.NodeStorages.Select(NodeStorage),
        SubjectKind.Node => estate.Nodes.Select(Node),
        SubjectKind.Service => estate.Services.Select(Service),
        SubjectKind.Tier => estate.Tiers.Select(Tier),
        SubjectKind.Compared => estate.Changes.Compared.Select(Compared),
        _ => [Whole()],
    };

    private SubjectCase Guest(GuestFacts guest) => Case(
        new Subject(SubjectKind.Guest, guest.Id, guest.State.Name, guest.TierLevel),
        new LivePlace($"/cluster/resources#{guest.Id}", "id"),
        GuestFactTable.TierPlace(guest, t => t.Declared.Place),
        (FactTable.GuestGroup.Record, guest));

    // A guest whose volumes nobody could see is one case, whose every volume fact is unknown: nothing is passed by not looking.
    private IEnumerable<SubjectCase> Volumes(GuestFacts guest) => guest.Volumes.Match(
        volumes => volumes.Select(v => Volume(guest, v, $"{guest.Id}/{v.Key}")),
        gap => [Volume(guest, new VolumeFacts(guest, "?", "?", "?", Observation.Unreadable<bool>(gap), string.Empty), guest.Id)]);

    private SubjectCase Volume(GuestFacts guest, VolumeFacts volume, string id) => Case(
        new Subject(SubjectKind.Volume, id, guest.State.Name, guest.TierLevel),
        new LivePlace($"/nodes/{guest.State.Node}/{guest.Id}/config", volume.Key),
        GuestFactTable.TierPlace(guest, t => t.Declared.Place),
        (FactTable.VolumesGroup.Record, volume),
        (FactTable.GuestGroup.Record, guest));

    private SubjectCase Job(JobFacts job) => Case(
        new Subject(SubjectKind.Job, $"job/{job.State.Id}", job.State.Comment, TierOf(job)),
        new LivePlace($"/cluster/backup/{job.State.Id}", "id"),
        job.Tier is { IsKnown: true, Value: { } tier } ? tier.Declared.Place : null,
        (FactTable.JobGroup.Record, job));

    private SubjectCase Storage(StorageFacts storage) => Case(
        new Subject(SubjectKind.Storage, $"storage/{storage.Id}"),
        new LivePlace($"/storage/{storage.Id}", "storage"),
        storage.Demand.Place,
        (FactTable.StorageGroup.Record, storage));

    private SubjectCase NodeStorage(NodeStorageFacts at) => Case(
        new Subject(SubjectKind.NodeStorage, $"node/{at.Node.State.Name}/storage/{at.Storage.Id}"),
        new LivePlace($"/nodes/{at.Node.State.Name}/storage/{at.Storage.Id}", "storage"),
        at.Storage.Demand.Place,
        (FactTable.NodeStorageGroup.Record, at),
        (FactTable.StorageGroup.Record, at.Storage),
        (FactTable.NodeGroup.Record, at.Node));

    private SubjectCase Node(NodeFacts node) => Case(
        new Subject(SubjectKind.Node, $"node/{node.State.Name}"),
        new LivePlace($"/nodes/{node.State.Name}", "status"),
        null,
        (FactTable.NodeGroup.Record, node));

    private SubjectCase Service(ServiceFacts service) => Case(
        new Subject(SubjectKind.Service, $"tier/{service.Tier.Level}", service.Declared.Name.Value, service.Tier.Level),
        new LivePlace("/cluster/resources", "name"),
        service.Declared.Place,
        (FactTable.ServiceGroup.Record, service),
        (FactTable.TierGroup.Record, service.Tier)) with
    { Key = service.Declared.Name.Value };

    private SubjectCase Tier(TierFacts tier) => Case(
        new Subject(SubjectKind.Tier, $"tier/{tier.Level}", tier.Declared.Title.Value, tier.Level),
        null,
        tier.Declared.Place,
        (FactTable.TierGroup.Record, tier));

    // The subject is the job or storage that people know; two that stand for hidden ones are told apart by what they stand for.
    private SubjectCase Compared(ComparedFacts compared) => Case(
        compared.Subject with { Kind = SubjectKind.Compared },
        null,
        estate.Policy.ChangeControl?.Place,
        (FactTable.ComparedGroup.Record, compared)) with
    {
        Subject = compared.Subject,
        Key = compared.Subject.Kind == SubjectKind.Estate ? $"hidden {compared.Kind}" : string.Empty,
    };

    private SubjectCase Whole() => Case(new Subject(SubjectKind.Estate, "estate"), null, estate.Policy.Place);

    private SubjectCase Case(Subject subject, LivePlace? live, Place? declared, params ReadOnlySpan<(CelRecordType Type, object Host)> own)
    {
        var bindings = new CelBindings(FactTable.EnvironmentOf(subject.Kind));
        foreach (var (type, host) in own)
        {
            bindings[type.Name] = CelValue.Record(type, host);
        }

        bindings["policy"] = CelValue.Record(FactTable.PolicyGroup.Record, estate.Policy);
        bindings["estate"] = CelValue.Record(FactTable.EstateGroup.Record, estate);
        return new SubjectCase(subject, string.Empty, bindings, live, declared ?? estate.Policy.Place);
    }

    private static int? TierOf(JobFacts job) => job.Tier is { IsKnown: true, Value: { } tier } ? tier.Level : null;
}
