namespace Compliance.Reporting;

/// <summary>Which policy a receipt was judged by.</summary>
/// <param name="Digest"><c>sha256:…</c> over everything in the repository that takes part</param>
public sealed record ReceiptPolicy(string Name, string? Version, string Digest);
