namespace Compliance.Core.Model;

/// <summary>How long a GO holds if nobody touches anything.</summary>
/// <param name="Until">the first moment it does not hold any more, in UTC; null for an answer that opens nothing</param>
/// <param name="Because">what ends it, for people; holds untrusted text</param>
public sealed record ReadinessValidity(DateTimeOffset? Until, string Because);
