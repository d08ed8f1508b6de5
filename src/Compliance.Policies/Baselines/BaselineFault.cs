namespace Compliance.Policies;

/// <summary>Ends the reading of a baseline; never leaves <see cref="BaselineFile"/>.</summary>
/// <param name="fix">what to do; null: to write the file again</param>
internal sealed class BaselineFault(string message, string? fix = null) : Exception(message)
{
    public string? Fix { get; } = fix;
}
