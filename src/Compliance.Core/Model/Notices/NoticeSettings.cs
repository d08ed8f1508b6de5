using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>Whom <c>check --notify</c> tells: the repository's <c>notifications.yaml</c>.</summary>
/// <param name="Channels">mail servers, then webhooks, as written</param>
public sealed record NoticeSettings(ImmutableArray<NoticeChannel> Channels);
