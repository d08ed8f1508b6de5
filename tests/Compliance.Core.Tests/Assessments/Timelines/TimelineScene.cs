using System.Collections.Immutable;
using System.Globalization;
using Compliance.Core.Assessments;
using Compliance.Core.Facts.Estates;
using Compliance.Core.Model;
using Compliance.Core.Tests.Facts.Estates;

namespace Compliance.Core.Tests.Assessments.Timelines;

/// <summary>One guest on one node, one daily job at 02:00, and a tier that promises as much: each test changes what it is about.</summary>
internal sealed record TimelineScene
{
    private static readonly Place Here = new("policy.yaml", 1, 1, 1, 1);

    private static readonly Gap Unseen = new("/", "not in the scene");

    public DateTimeOffset AsOf { get; init; } = Utc("2026-11-23 12:00");

    public string Zone { get; init; } = "UTC";

    public Cadence Cadence { get; init; } = Cadence.Daily;

    public string? Calendar { get; init; } = "02:00";

    public (int Daily, int Weekly, int Monthly) Promised { get; init; } = (7, 4, 3);

    public TimeSpan Grace { get; init; } = TimeSpan.FromHours(6);

    public bool IsInTier { get; init; } = true;

    public string Type { get; init; } = "lxc";

    public DateTimeOffset? MadeAt { get; init; }

    public string Schedule { get; init; } = "02:00";

    public string Keep { get; init; } = "keep-daily=7,keep-weekly=4,keep-monthly=3";

    public bool HasJob { get; init; } = true;

    /// <summary>Starts of restore points; null when the listing could not be read.</summary>
    public IReadOnlyList<DateTimeOffset>? Points { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TaskState> Runs { get; init; } = [];

    /// <summary>It reaches back further than is shown by default.</summary>
    public TaskHistory History { get; init; } = new(10, 1_000, Utc("2026-07-01 00:00"));

    public Observed<ImmutableArray<TaskState>> Active { get; init; } = Observation.Known<ImmutableArray<TaskState>>([]);

    public IReadOnlyList<TaskLog> Logs { get; init; } = [];

    public IReadOnlyList<NodeState> OtherNodes { get; init; } = [];

    public static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    /// <summary>The same time of each of so many days up to one, oldest first.</summary>
    public static ImmutableArray<DateTimeOffset> Daily(string last, int count)
        => [.. Enumerable.Range(0, count).Select(day => Utc(last).AddDays(day + 1 - count))];

    public GuestTimeline Timeline() => GuestTimelines.Of(Build()).Single();

    public RetentionPicture Picture() => RetentionPictures.Of(Build()).Single();

    private Estate Build() => Estate.Build(Policy(), EvidenceRecords.None, Inventory(), AsOf);

    private Policy Policy() => new()
    {
        Name = At("scene"),
        Phase = At(PolicyPhase.Local),
        Backup = new BackupDemand { Target = At("store"), Mode = At("snapshot"), Compression = At("zstd"), Grace = At(Grace) },
        Locations = new PolicyLocations
        {
            Rules = At("rules"), Cases = At("cases"), Inventories = At("inventories"), Waivers = At("waivers.yaml"), Evidence = At("evidence"), Changes = At("changes"), Notifications = At("notifications.yaml"),
        },
        Place = Here,
        Tiers =
        [
            new Tier
            {
                Level = At(1),
                Title = At("Core"),
                Guests = new GuestSelector { VmIds = IsInTier ? [At(101)] : [], Place = Here },
                Schedule = At(Cadence),
                Calendar = Calendar is null ? null : At(Calendar),
                Retention = new RetentionDemand { Daily = At(Promised.Daily), Weekly = At(Promised.Weekly), Monthly = At(Promised.Monthly), Place = Here },
                Place = Here,
            },
        ],
    };

    private Inventory Inventory() => new()
    {
        Version = 1,
        Name = "scene",
        CollectedAt = AsOf,
        ServerVersion = "9.1.4",
        Sight = Observation.Unreadable<Sight>(Unseen),
        IsQuorate = Observation.Known<bool?>(null),
        Nodes = new([RunScene.Node([.. Runs], History, [.. Logs]) with { TimeZone = Observation.Known(Zone), ActiveTasks = Active }, .. OtherNodes], null),
        Guests = new([Guest()], null),
        Jobs = new(HasJob ? [Job()] : [], null),
        Storages = new([new StorageState { Id = "store", Type = "dir", Content = ["backup"], IsShared = OtherNodes.Count > 0 }], null),
        Pools = new([], null),
        Acl = new([], null),
        Roles = new([], null),
        Backups = [new StorageBackups("store", "pve1", Listed())],
    };

    private GuestState Guest() => new()
    {
        VmId = 101,
        Type = Type,
        Node = "pve1",
        Name = "dns01",
        Status = "running",
        IsTemplate = Observation.Known(false),
        Tags = [],
        Pool = Observation.Known<string?>(null),
        Lock = null,
        Config = Observation.Known(ImmutableSortedDictionary<string, string>.Empty.AddRange(
            MadeAt is { } made ? [new("meta", $"ctime={made.ToUnixTimeSeconds()}")] : Array.Empty<KeyValuePair<string, string>>())),
    };

    private JobState Job() => new()
    {
        Id = "nightly",
        IsLegacy = false,
        IsEnabled = true,
        Schedule = Schedule,
        VmIds = [101, 102],
        Storage = "store",
        PruneBackups = Keep,
        Remove = true,
        Included = Observation.Known<ImmutableArray<IncludedGuest>>([new IncludedGuest(101, Type, [])]),
    };

    private Observed<ImmutableArray<RestorePoint>> Listed() => Points is null
        ? Observation.Unreadable<ImmutableArray<RestorePoint>>(new Gap("/nodes/pve1/storage/store/prunebackups", "403"))
        : Observation.Known<ImmutableArray<RestorePoint>>([.. Points.Select(at => new RestorePoint
        {
            VolumeId = $"store:backup/vzdump-{Type}-101-{TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Zone)):yyyy_MM_dd-HH_mm_ss}.tar.zst",
            VmId = 101,
            Type = Type,
            CreatedAt = at,
            Size = Observation.Unreadable<long>(Unseen),
        })]);

    private static Placed<T> At<T>(T value) => new(value, Here);
}
