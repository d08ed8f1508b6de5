using Compliance.Cel;

namespace Compliance.Benchmarks;

/// <summary>What the measured conditions are about: plain data, read by C# directly and by the language through getters.</summary>
internal sealed record BackupJob(
    string Id, string Compression, string WantedCompression, bool IsEnabled, long GuestCount, TimeSpan Gap, TimeSpan LongestGap, IReadOnlyList<BackupDisk> Disks)
{
    public static readonly CelRecordType Type = Describe();

    public static readonly CelEnvironment Environment = new(("job", Type));

    /// <summary>Jobs that differ, so that no branch is predicted for good.</summary>
    public static BackupJob[] Some(int count)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(n => new BackupJob(
            $"backup-{n:x4}-{(n % 3 == 0 ? "pbs" : "local")}",
            n % 4 == 0 ? "lzo" : "zstd",
            "zstd",
            n % 8 != 0,
            random.Next(30),
            TimeSpan.FromHours(random.Next(48)),
            TimeSpan.FromHours(25),
            [.. Enumerable.Range(0, 8).Select(disk => new BackupDisk($"scsi{disk}", random.Next(20) != 0, random.Next(100)))]))];
    }

    public static CelBindings Bind(BackupJob job) => new(Environment) { ["job"] = CelValue.Record(Type, job) };

    private static CelRecordType Describe() => new CelRecordType("job")
        .Add(Field("id", CelType.String, job => CelValue.Of(job.Id)))
        .Add(Field("compression", CelType.String, job => CelValue.Of(job.Compression)))
        .Add(Field("wantedCompression", CelType.String, job => CelValue.Of(job.WantedCompression)))
        .Add(Field("isEnabled", CelType.Bool, job => CelValue.Of(job.IsEnabled)))
        .Add(Field("guestCount", CelType.Int, job => CelValue.Of(job.GuestCount)))
        .Add(Field("gap", CelType.Duration, job => CelValue.Of(job.Gap)))
        .Add(Field("longestGap", CelType.Duration, job => CelValue.Of(job.LongestGap)))
        .Add(Field("disks", CelType.List(BackupDisk.Type), job => CelValue.ListOf(job.Disks, disk => CelValue.Record(BackupDisk.Type, disk))));

    private static CelField Field(string name, CelType type, Func<BackupJob, CelValue> get) => new(name, type, host => get((BackupJob)host));
}
