using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A storage on one node, or a path of the node that a guest or a job names without one.</summary>
/// <param name="Name">the id, or the path; untrusted text</param>
/// <param name="Type">such as <c>dir</c>; null when its configuration could not be read, and for a path</param>
/// <param name="HoldsData">a guest has volumes on it</param>
/// <param name="HoldsBackups">a job writes there, or the policy wants it to</param>
/// <param name="Proof">how well what it lies on is known</param>
/// <param name="How">how it was found out, in words; empty when it was not</param>
/// <param name="Gaps">what made it unknown; at least one then, else none</param>
/// <param name="Grounds">what it lies on: places in <see cref="LineageNode.Grounds"/>, at least one</param>
public sealed record LineageStorage(
    string Name,
    string? Type,
    bool HoldsData,
    bool HoldsBackups,
    LineageProof Proof,
    string How,
    ImmutableArray<Gap> Gaps,
    ImmutableArray<int> Grounds);
