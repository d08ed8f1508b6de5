namespace Compliance.Core.Model;

/// <summary>What became of telling a channel of a run.</summary>
public enum NoticeState
{
    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>There was nothing to tell.</summary>
    NotDue,

    /// <summary>The channel did not take it: the next run tells.</summary>
    Failed,
}
