namespace Compliance.Cli;

/// <summary>The exit codes. Stable: scripts rely on them.</summary>
public static class ExitCode
{
    /// <summary>Compliant, or the command did what it was asked.</summary>
    public const int Compliant = 0;

    /// <summary>Findings at or above <c>--fail-on</c>.</summary>
    public const int Findings = 1;

    /// <summary>Bad input or usage, problems in the policy repository included.</summary>
    public const int BadInput = 2;

    /// <summary>Could not assess: unreachable, or nothing failed but a gated rule is unknown.</summary>
    public const int CouldNotAssess = 3;
}
