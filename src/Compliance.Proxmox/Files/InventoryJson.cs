using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>The inventory's file format, which <c>schemas/inventory.schema.json</c> describes.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(Inventory))]
[JsonSerializable(typeof(Gap))]
[JsonSerializable(typeof(Observed<long>))]
[JsonSerializable(typeof(Observed<string>))]
internal sealed partial class InventoryJson : JsonSerializerContext
{
    /// <summary>The format for one reading or writing: the converter of gaps remembers the last one.</summary>
    public static JsonTypeInfo<Inventory> Create()
    {
        var options = new JsonSerializerOptions(Default.Options)
        {
            // Names and error texts stay readable. The file is data: whoever puts it into a page has to escape it there.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = Default.WithAddedModifier(RequireLists),
        };
        JsonConverter[] converters =
        [
            new InstantConverter(), new GapConverter(), new ConfigConverter(),
            new ObservedConverter<Sight>(), new ObservedConverter<bool>(), new ObservedConverter<bool?>(), new ObservedConverter<string>(),
            new ObservedConverter<long>(), new ObservedConverter<VzdumpSettings>(),
            new ObservedConverter<ImmutableSortedDictionary<string, string>>(),
            new ObservedConverter<ImmutableArray<IncludedGuest>>(), new ObservedConverter<ImmutableArray<DiskRow>>(),
            new ObservedConverter<ImmutableArray<MountUnit>>(), new ObservedConverter<ImmutableArray<VolumeGroup>>(),
            new ObservedConverter<ImmutableArray<ZfsPool>>(), new ObservedConverter<ImmutableArray<string>>(),
            new ObservedConverter<ImmutableArray<TaskState>>(), new ObservedConverter<TaskHistory>(), new ObservedConverter<ImmutableArray<RestorePoint>>(),
            new ObservedConverter<MailRecipients>(),
            new JsonStringEnumConverter<HostArchiveState>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new JsonStringEnumConverter<HostArchiveTime>(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false),
            new ObservedConverter<ImmutableArray<HostArchive>>(), new RowsConverter<HostArchivePlace>(), new RowsConverter<HostArchive>(), new LinesConverter<HostArchiveFile>(),
            new RowsConverter<NodeState>(), new RowsConverter<GuestState>(), new RowsConverter<JobState>(), new RowsConverter<StorageState>(),
            new RowsConverter<StorageBackups>(), new RowsConverter<TaskLog>(), new RowsConverter<VzdumpDefaults>(), new InlineConverter<string>(), new InlineConverter<int>(),
            new LinesConverter<RestorePoint>(), new LinesConverter<TaskState>(), new LinesConverter<DiskRow>(), new LinesConverter<AclEntry>(),
            new LinesConverter<RoleState>(), new LinesConverter<SightPath>(), new LinesConverter<HeldPrivilege>(),
            new LinesConverter<NodeStorage>(), new LinesConverter<MountUnit>(), new LinesConverter<VolumeGroup>(), new LinesConverter<ZfsPool>(),
            new LinesConverter<IncludedGuest>(), new LinesConverter<IncludedVolume>(),
            new LinesConverter<UserState>(), new LinesConverter<GroupState>(), new LinesConverter<PoolMember>(),
            new LinesConverter<NotificationMatcher>(), new LinesConverter<NotificationTarget>(), new LinesConverter<ReplicationState>(),
        ];
        foreach (var converter in converters)
        {
            options.Converters.Add(converter);
        }

        return (JsonTypeInfo<Inventory>)options.GetTypeInfo(typeof(Inventory));
    }

    /// <summary>
    /// A list that is not there is not an empty one. What Proxmox itself leaves out may be left out, and is then not set; and whole
    /// parts that older versions did not collect: they are then unreadable.
    /// </summary>
    private static void RequireLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.Set is not null))
        {
            property.IsRequired |= property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(ImmutableArray<>);
        }
    }
}
