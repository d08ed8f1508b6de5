namespace Compliance.Core.Model;

/// <summary>How much of a node's history of finished tasks there is, of every type; node-local, and rotated by size.</summary>
/// <param name="Count">finished tasks the node lists</param>
/// <param name="Bytes">what their lines take in the node's index of tasks, which rotates when it grows over 50,000 bytes</param>
/// <param name="OldestEnd">when the first of them ended; null when there is none. Lines are in the order tasks ended</param>
public sealed record TaskHistory(int Count, long Bytes, DateTimeOffset? OldestEnd);
