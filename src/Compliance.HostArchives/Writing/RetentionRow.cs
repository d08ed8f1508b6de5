using Compliance.Core.Facts.HostArchives;

namespace Compliance.HostArchives.Writing;

/// <summary>An archive of this node, and what becomes of it.</summary>
/// <param name="IsKept">false: no option keeps it, it is deleted</param>
/// <param name="Reason">the option that keeps it, such as <c>keep-weekly</c>, or another reason in words; empty for one that is deleted</param>
public sealed record RetentionRow(HostArchiveName Archive, bool IsKept, string Reason);
