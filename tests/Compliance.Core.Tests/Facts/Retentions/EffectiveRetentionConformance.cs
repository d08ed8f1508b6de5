using System.Text.Json;
using Compliance.Core.Facts.Jobs;
using Compliance.Core.Facts.Retentions;
using Compliance.Core.Model;
using Xunit.Abstractions;

namespace Compliance.Core.Tests.Facts.Retentions;

/// <summary>The effective retention and the other options agree with PVE/VZDump.pm, vector by vector.</summary>
public sealed class EffectiveRetentionConformance(ITestOutputHelper output)
{
    private const string File = "retention-resolution.json";

    private static readonly Dictionary<NotificationPath, string> Words = new()
    {
        [NotificationPath.LegacySendmail] = "legacy-sendmail",
        [NotificationPath.NotificationSystem] = "notification-system",
        [NotificationPath.None] = "none",
    };

    public static IEnumerable<object[]> Resolutions => VectorFile.Rows(File, "retention", "effective", "mailto");

    [SkippableFact]
    public void Vectors_are_counted()
    {
        var summary = VectorFile.Summary(File, "retention", "effective", "mailto");
        output.WriteLine(summary);
        summary.Should().NotContain(" 0 of");
    }

    [SkippableTheory]
    [MemberData(nameof(Resolutions))]
    public void Retention_comes_from_the_level_Proxmox_takes(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        var job = vector.GetProperty("job");
        var storage = vector.GetProperty("storage");
        var conf = vector.GetProperty("vzdump_conf");
        var effective = EffectiveRetention.Resolve(new RetentionSources
        {
            JobPruneBackups = Text(job, "prune-backups"),
            JobRemove = Flag(job, "remove"),
            StorageId = Text(storage, "id")!,
            StorageContent = Text(storage, "content"),
            StoragePruneBackups = Text(storage, "prune-backups"),
            VzdumpConfPruneBackups = Text(conf, "prune-backups"),
            VzdumpConfRemove = Flag(conf, "remove"),
        });

        if (vector.TryGetProperty("expected_error", out var error))
        {
            effective.Refusal.Should().NotBeNull(label);
            if (error.GetString()!.StartsWith("can't", StringComparison.Ordinal))
            {
                effective.Refusal.Should().Be(error.GetString());
            }

            return;
        }

        effective.Refusal.Should().BeNull(label);
        var expected = vector.GetProperty("expected");
        if (expected.TryGetProperty("prune-backups", out var keep))
        {
            var pairs = keep.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetRawText(), StringComparer.Ordinal);
            effective.Keep.Should().Be(KeepOptions.From(pairs).Options, label);
        }

        if (expected.TryGetProperty("remove", out var remove))
        {
            effective.IsPruning.Should().Be(remove.GetInt32() == 1, label);
        }

        if (expected.TryGetProperty("backup_limit", out var limit))
        {
            (effective.BackupLimit ?? 0).Should().Be(limit.GetInt64(), label);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Resolutions))]
    public void Options_come_from_the_level_Proxmox_takes(int index, string label)
    {
        var vector = VectorFile.Get(File, index);
        if (!vector.TryGetProperty("expected", out var expected))
        {
            vector.TryGetProperty("expected_error", out _).Should().BeTrue(label);
            return;
        }

        var settings = new EffectiveSettings(Options(vector.GetProperty("job")), Observation.Known<IReadOnlyDictionary<string, string>>(Options(vector.GetProperty("vzdump_conf"))));
        foreach (var option in expected.EnumerateObject())
        {
            switch (option.Name)
            {
                case "prune-backups" or "remove" or "backup_limit":
                    break;
                case "mailto":
                    settings.MailTo.Value.Should().Equal(option.Value.EnumerateArray().Select(a => a.GetString()), label);
                    break;
                case "uses":
                    Words[settings.Notifications.Value].Should().Be(option.Value.GetString(), label);
                    break;
                default:
                    settings[option.Name].Value.Value.Should().Be(TextOf(option.Value), $"{label} {option.Name}");
                    break;
            }
        }
    }

    private static Dictionary<string, string> Options(JsonElement level)
        => level.EnumerateObject().ToDictionary(p => p.Name, p => TextOf(p.Value), StringComparer.Ordinal);

    private static string TextOf(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string? Text(JsonElement level, string key)
        => level.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static bool? Flag(JsonElement level, string key)
        => level.TryGetProperty(key, out var value) ? value.GetInt32() == 1 : null;
}
