using Compliance.Core.Facts.Estates;

namespace Compliance.Policies;

/// <summary>The tier that claims a job in a draft.</summary>
/// <param name="Level">null when none does</param>
/// <param name="Note">why it does, or why none does</param>
internal sealed record JobClaim(JobFacts Job, int? Level, string Note);
