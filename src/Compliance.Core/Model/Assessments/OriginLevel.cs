namespace Compliance.Core.Model;

/// <summary>One level that a setting of a backup job may come from: the job, its storage, the node's vzdump.conf, what is built in.</summary>
/// <param name="Level">in words, such as <c>job "daily"</c>; names are untrusted</param>
/// <param name="Value">as it is set there; null when it is not</param>
/// <param name="IsEffective">the one that counts</param>
/// <param name="Unread">why nobody can tell what is set there; null when it was read</param>
public sealed record OriginLevel(string Level, string? Value, bool IsEffective, Gap? Unread = null);
