namespace Compliance.SampleMonth;

/// <summary>
/// Stands still at the moment of a night. What is measured by it takes a made-up time, the same on every machine: the history that is kept
/// must not differ from one making to the next.
/// </summary>
internal sealed class NightClock(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(400);

    private long looks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => now;

    public override long GetTimestamp() => ++looks * Step.Ticks;
}
