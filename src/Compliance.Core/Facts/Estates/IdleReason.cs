namespace Compliance.Core.Facts.Estates;

/// <summary>Why a job that selects a guest does not cover it.</summary>
/// <param name="Kind"><see cref="Disabled"/>, <see cref="Schedule"/> or <see cref="Target"/></param>
/// <param name="Text">for people, such as <c>it is disabled</c></param>
public sealed record IdleReason(string Kind, string Text)
{
    public const string Disabled = "disabled";
    public const string Schedule = "schedule";
    public const string Target = "target";

    /// <summary>The key of the job that is at fault.</summary>
    public string Field => Kind switch
    {
        Disabled => "enabled",
        Schedule => "schedule",
        _ => "storage",
    };
}
