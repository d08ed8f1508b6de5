namespace Compliance.Proxmox;

/// <summary>Counts requests for whoever watches.</summary>
internal sealed class CollectionMeter(IProgress<CollectionProgress>? watcher)
{
    private int _expected;
    private int _done;
    private int _wave = 1;

    public void Expect() => Interlocked.Increment(ref _expected);

    public void Finish()
    {
        var done = Interlocked.Increment(ref _done);
        watcher?.Report(new CollectionProgress(Volatile.Read(ref _wave), done, Volatile.Read(ref _expected)));
    }

    public void Enter(int wave)
    {
        // The waves overlap: shown is the furthest one.
        if (wave > Volatile.Read(ref _wave))
        {
            Volatile.Write(ref _wave, wave);
        }
    }
}
