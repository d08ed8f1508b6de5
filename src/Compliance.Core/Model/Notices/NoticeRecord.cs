namespace Compliance.Core.Model;

/// <summary>What a history keeps of telling a channel of a run.</summary>
/// <param name="Run">the run's id</param>
/// <param name="Channel">the channel's name</param>
/// <param name="State">what became of it</param>
/// <param name="Note">why it failed, without any secret; else null</param>
public sealed record NoticeRecord(long Run, string Channel, NoticeState State, string? Note);
