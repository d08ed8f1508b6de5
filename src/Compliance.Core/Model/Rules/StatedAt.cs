namespace Compliance.Core.Model;

/// <summary>Where the policy's own runbook file states a clause.</summary>
/// <param name="Heading">the nearest heading above the line, or on it</param>
/// <param name="Place">the line that states it; the heading's when nothing marks a line</param>
public sealed record StatedAt(string Heading, Place Place);
