namespace Compliance.Core.Model;

/// <summary>What a change record is about; the words of <c>change-control.documented</c>.</summary>
public enum ChangeTopic
{
    Target,
    Retention,
    Schedule,
    RestoreFailure,
}
