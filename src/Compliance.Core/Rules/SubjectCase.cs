using Compliance.Cel;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>One subject with the values a rule may read of it.</summary>
/// <param name="Key">tells cases of one subject apart, such as the services of a tier; empty otherwise</param>
/// <param name="Bindings">the rule's variables</param>
/// <param name="Live">where it stands live, when no fact of the rule says better</param>
/// <param name="Declared">where the policy speaks of it, when no fact of the rule says better</param>
internal sealed record SubjectCase(Subject Subject, string Key, CelBindings Bindings, LivePlace? Live, Place Declared);
