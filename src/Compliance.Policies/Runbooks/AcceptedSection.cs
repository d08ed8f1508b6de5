using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>A section of the runbook as it was when somebody last held the policy against it.</summary>
internal sealed record AcceptedSection(Placed<string> Heading, Placed<string> Digest);
