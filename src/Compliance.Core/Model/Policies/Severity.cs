namespace Compliance.Core.Model;

/// <summary>How much a finding or problem weighs; <c>--fail-on</c> compares with it.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
