namespace Compliance.Cli;

/// <summary>Where a run writes, and what that place can show. Handed down, so that a test can be the terminal.</summary>
/// <param name="Output">the result</param>
/// <param name="Error">progress, logs and faults</param>
/// <param name="IsInteractive">both ends are a person's terminal: progress may be drawn on <see cref="Error"/></param>
/// <param name="UseColor">ANSI colours on <see cref="Output"/></param>
/// <param name="Width">columns of <see cref="Output"/>; null when it is no terminal</param>
/// <param name="Clock">the time</param>
/// <param name="Variable">environment variables</param>
public sealed record Terminal(
    Stream Output, TextWriter Error, bool IsInteractive, bool UseColor, int? Width, TimeProvider Clock, Func<string, string?> Variable)
{
    /// <summary>Asks the person for a line, after a question on <see cref="Error"/>; null when nobody is there to answer.</summary>
    public Func<string?>? Ask { get; init; }

    /// <summary>What <see cref="Error"/> is while a command runs; null outside of one.</summary>
    internal Logging.RunLog? Log { get; init; }

    /// <summary>The process's own.</summary>
    public static Terminal OfProcess()
    {
        var noColor = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        return new Terminal(
            Console.OpenStandardOutput(),
            Console.Error,
            IsInteractive: !Console.IsErrorRedirected,
            UseColor: !Console.IsOutputRedirected && !noColor,
            Width: Console.IsOutputRedirected ? null : Math.Max(60, Console.WindowWidth),
            TimeProvider.System,
            Environment.GetEnvironmentVariable)
        {
            Ask = Console.IsErrorRedirected || Console.IsInputRedirected ? null : Console.ReadLine,
        };
    }

    /// <summary>A text writer on <see cref="Output"/>; disposing it flushes and leaves the stream open.</summary>
    public StreamWriter Writer() => new(Output, leaveOpen: true) { NewLine = "\n" };
}
