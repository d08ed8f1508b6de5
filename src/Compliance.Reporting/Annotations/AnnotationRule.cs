using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What an annotation breaks, explained. Plain text; a policy's own rules are written by people.</summary>
/// <param name="Id">such as <c>BKP104</c> or <c>POL012</c></param>
/// <param name="Name">such as <c>guest-not-backed-up</c></param>
/// <param name="Title">what must hold, or what is wrong, in a few words</param>
/// <param name="Why">why it matters</param>
/// <param name="Tags">words to filter by</param>
internal sealed record AnnotationRule(string Id, string Name, string Title, string Why, Severity Severity, ImmutableArray<string> Tags)
{
    /// <summary>The command that tells more; null when none does.</summary>
    public string? Explain { get; init; }
}
