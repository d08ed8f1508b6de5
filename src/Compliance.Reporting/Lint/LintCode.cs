using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What reports tell about a kind of problem.</summary>
/// <param name="Code">such as <c>POL012</c></param>
/// <param name="Explanation">what it means, and what to do</param>
public sealed record LintCode(string Code, Severity Severity, string Title, string Explanation);
