namespace Compliance.Cel;

/// <summary>A name that an expression may use, and its type.</summary>
public sealed record CelVariable(string Name, CelType Type);
