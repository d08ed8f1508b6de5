using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A part of what a gate's answer depends on, condensed so that a later look can tell whether it moved, and where.</summary>
/// <param name="Name">for people and programs, such as <c>storages</c></param>
/// <param name="Digest"><c>sha256:…</c> over all of it</param>
/// <param name="IsComplete">false when members may have been hidden</param>
/// <param name="Members">by id</param>
public sealed record DigestPart(string Name, string Digest, bool IsComplete, ImmutableArray<DigestMember> Members);
