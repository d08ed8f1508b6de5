using System.Collections.Concurrent;

namespace Compliance.Proxmox.Tests;

internal sealed class ProgressLog : IProgress<CollectionProgress>
{
    public ConcurrentBag<CollectionProgress> Reports { get; } = [];

    public void Report(CollectionProgress value) => Reports.Add(value);
}
