namespace Compliance.Cel;

public enum CelSeverity
{
    /// <summary>The program runs; what it says is probably not what was meant.</summary>
    Warning,

    /// <summary>There is no program.</summary>
    Error,
}
