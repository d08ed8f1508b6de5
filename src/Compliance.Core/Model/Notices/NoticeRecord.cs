namespace Compliance.Core.Model;

/// <summary>What a history keeps of telling a channel of a run.</summary>
/// <param name="Channel">the channel's name</param>
/// <param name="State">what became of it</param>
/// <param name="Note">why it failed, without any secret; else null. Untrusted text: a server may have said it</param>
public sealed record NoticeRecord(string Channel, NoticeState State, string? Note);
