namespace Compliance.LoopbackProxmox;

/// <summary>An answer a test wants in place of the recorded one. What is null stays as recorded.</summary>
public sealed record Fault
{
    public int? Status { get; init; }

    public string? Reason { get; init; }

    public byte[]? Body { get; init; }

    /// <summary>Changes the recorded body.</summary>
    public Func<byte[], byte[]>? Edit { get; init; }

    /// <summary>Waits before answering; ends with the request.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Announces the whole body, sends half of it and drops the connection.</summary>
    public bool IsCutOff { get; init; }

    /// <summary>Drops the connection without any answer.</summary>
    public bool IsReset { get; init; }

    /// <summary>Applies to so many requests, then the recorded answer returns; 0 for ever.</summary>
    public int Times { get; init; }
}
