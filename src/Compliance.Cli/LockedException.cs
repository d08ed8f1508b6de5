namespace Compliance.Cli;

/// <summary>Another run holds what this one needs: nothing was done.</summary>
/// <param name="message">who holds it</param>
public sealed class LockedException(string message) : Exception(message);
