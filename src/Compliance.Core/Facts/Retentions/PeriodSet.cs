namespace Compliance.Core.Facts.Retentions;

/// <summary>
/// A set of period numbers. Few enough lie in the buffer given, on the stack, and the newest is found first: backups come in
/// order of time, so the period asked for is nearly always the last one added.
/// </summary>
internal ref struct PeriodSet(Span<long> buffer)
{
    private readonly Span<long> buffer = buffer;
    private HashSet<long>? large;

    public int Count { get; private set; }

    public void Add(long period)
    {
        if (Contains(period))
        {
            return;
        }

        if (Count < buffer.Length)
        {
            buffer[Count] = period;
        }
        else
        {
            large ??= [.. buffer];
            large.Add(period);
        }

        Count++;
    }

    public readonly bool Contains(long period)
        => large is null ? buffer[..Count].LastIndexOf(period) >= 0 : large.Contains(period);
}
