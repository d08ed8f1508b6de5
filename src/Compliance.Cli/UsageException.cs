namespace Compliance.Cli;

/// <summary>An argument that parses but cannot be used. The message is one line that says how to put it right.</summary>
public sealed class UsageException(string message) : Exception(message);
