using Compliance.Cel;

namespace Compliance.Core.Model;

/// <summary>Either literal text or an expression whose value stands there.</summary>
public sealed record TemplatePart(string? Text, CelProgram? Expression);
