using System.Collections.Immutable;

namespace Compliance.Core.Model;

/// <summary>A group of users, from <c>/access/groups</c>. Tokens are in no group.</summary>
/// <param name="Members">user ids, sorted</param>
public sealed record GroupState(string Id, ImmutableArray<string> Members);
