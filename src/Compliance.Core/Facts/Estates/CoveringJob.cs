namespace Compliance.Core.Facts.Estates;

/// <summary>A job that selects a guest, as it would run on the guest's node.</summary>
/// <param name="Idle">what keeps it from covering the guest; null when it covers it</param>
public sealed record CoveringJob(JobFacts Job, JobOnNode OnNode, IdleReason? Idle);
