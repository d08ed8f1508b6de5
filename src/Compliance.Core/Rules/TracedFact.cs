using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>A fact that a rule reads of one subject.</summary>
/// <param name="Path">as the rule writes it, such as <c>guest.tier.keepDaily</c></param>
/// <param name="Live">where its live value stands; null when it has none</param>
/// <param name="Declared">where the policy declares it; null when it does not</param>
public sealed record TracedFact(string Path, Fact Fact, string Value, LivePlace? Live, Place? Declared);
