namespace Compliance.Core.Model;

/// <summary>One thing of a part of the estate, such as a guest.</summary>
/// <param name="Id">as in findings, such as <c>qemu/112</c>; a rule's id for a rule. Untrusted text</param>
/// <param name="Digest">over its configuration, hex, 16 characters; null when something of it could not be read</param>
public sealed record DigestMember(string Id, string? Digest);
