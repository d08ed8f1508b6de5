namespace Compliance.Reporting;

/// <summary>An operator, macro or function of the rule language.</summary>
/// <param name="Name">as written</param>
/// <param name="Example">compiles in a rule about guests</param>
/// <param name="Gives">what it is for</param>
public sealed record LanguageEntry(string Name, string Example, string Gives);
