using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What would be changed of one file, proven to remove its problems and to add none.</summary>
/// <param name="Name">relative to the repository</param>
/// <param name="Before">the bytes that were judged</param>
/// <param name="After">the bytes to write</param>
/// <param name="Fixed">what is gone then</param>
public sealed record FileFix(string Name, byte[] Before, byte[] After, ImmutableArray<Problem> Fixed)
{
    /// <summary>A unified diff from before to after.</summary>
    public string Diff() => UnifiedDiff.Of(Name, new FileLines(Before), new FileLines(After));
}
