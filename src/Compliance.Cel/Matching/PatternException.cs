namespace Compliance.Cel.Matching;

/// <summary>A pattern that RE2 does not have, or that this language leaves out. Never leaves <see cref="Pattern"/>.</summary>
internal sealed class PatternException(string message) : Exception(message);
