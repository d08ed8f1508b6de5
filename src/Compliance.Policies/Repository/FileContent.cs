namespace Compliance.Policies;

/// <summary>What came of reading a file: its bytes, or why not.</summary>
/// <param name="Bytes">null when the file could not be read</param>
/// <param name="Fault">null when it was read; empty when there is no such file; otherwise why it could not be read</param>
public sealed record FileContent(byte[]? Bytes, string? Fault)
{
    /// <summary>Larger files are not read at all: 1 MiB.</summary>
    public const int Largest = 1024 * 1024;

    public static FileContent Missing { get; } = new(null, "");

    public bool IsMissing => Bytes is null && Fault is { Length: 0 };

    public static FileContent Of(byte[] bytes) => new(bytes, null);

    public static FileContent Unreadable(string why) => new(null, why);
}
