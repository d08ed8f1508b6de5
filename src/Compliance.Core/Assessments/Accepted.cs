using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>What people accept for now: it decides what findings count for, never whether there are any.</summary>
/// <param name="Waivers">in the order they are written</param>
/// <param name="Baseline">null when none is compared with</param>
public sealed record Accepted(ImmutableArray<Waiver> Waivers, Baseline? Baseline)
{
    public static Accepted Nothing { get; } = new([], null);
}
