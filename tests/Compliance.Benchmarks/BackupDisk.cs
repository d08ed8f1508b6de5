using Compliance.Cel;

namespace Compliance.Benchmarks;

/// <summary>A part of a <see cref="BackupJob"/>, for macros to go over.</summary>
internal sealed record BackupDisk(string Name, bool IsIncluded, long Size)
{
    public static readonly CelRecordType Type = new CelRecordType("disk")
        .Add(new CelField("name", CelType.String, host => CelValue.Of(((BackupDisk)host).Name)))
        .Add(new CelField("isIncluded", CelType.Bool, host => CelValue.Of(((BackupDisk)host).IsIncluded)))
        .Add(new CelField("size", CelType.Int, host => CelValue.Of(((BackupDisk)host).Size)));
}
