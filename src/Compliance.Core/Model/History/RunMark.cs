namespace Compliance.Core.Model;

/// <summary>A run, and the digests of what it judged: what two runs differ in is told from them.</summary>
/// <param name="Id">in its history; 0 for a run that is not kept</param>
/// <param name="AsOf">the moment that was judged</param>
/// <param name="Program">the version of this program, whose built-in rules take part</param>
public sealed record RunMark(long Id, DateTimeOffset AsOf, string PolicyDigest, string EstateDigest, string Program);
