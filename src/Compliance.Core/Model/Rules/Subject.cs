namespace Compliance.Core.Model;

/// <summary>What a verdict is about.</summary>
/// <param name="Id">stable, such as <c>qemu/101</c>; see <see cref="SubjectKind"/></param>
/// <param name="Name">the live name; untrusted text, and may be missing</param>
/// <param name="Tier">the tier it belongs to; null when it has none</param>
public sealed record Subject(SubjectKind Kind, string Id, string? Name = null, int? Tier = null);
