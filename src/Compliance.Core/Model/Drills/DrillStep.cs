namespace Compliance.Core.Model;

/// <summary>One command of a restore test.</summary>
/// <param name="Purpose">what it is for, in words</param>
/// <param name="Command">one line for a POSIX shell, values quoted; run as root on the node of the test</param>
public sealed record DrillStep(string Purpose, string Command);
