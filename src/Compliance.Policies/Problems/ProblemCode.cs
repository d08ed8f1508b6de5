using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>One kind of fault in the files people write.</summary>
/// <param name="Code">stable for ever, never reused, such as <c>POL012</c></param>
/// <param name="Title">the fault in a few words</param>
/// <param name="Explanation">what it means, why it matters, and what to do: the text of <c>explain</c></param>
public sealed record ProblemCode(string Code, Severity Severity, string Title, string Explanation);
