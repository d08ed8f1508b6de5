using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>What must be documented when it changes or happens.</summary>
/// <param name="Documented"><c>target</c>, <c>retention</c>, <c>schedule</c>, <c>restore-failure</c></param>
public sealed record ChangeControl(ImmutableArray<Placed<string>> Documented, Place Place);
