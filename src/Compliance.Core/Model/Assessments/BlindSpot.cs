using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Something that could not be read, and the rules that are blind without it.</summary>
/// <param name="Subjects">how many verdicts it cost</param>
public sealed record BlindSpot(Gap Gap, ImmutableArray<string> Rules, int Subjects);
