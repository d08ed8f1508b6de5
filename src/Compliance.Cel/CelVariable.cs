namespace Compliance.Cel;

/// <summary>A name an expression may use, and the type of what it stands for.</summary>
/// <param name="Name">an identifier, or identifiers joined by dots; the longest declared name wins over a selection</param>
/// <param name="Type">what every binding has</param>
public sealed record CelVariable(string Name, CelType Type);
