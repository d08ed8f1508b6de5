using System.Collections.Immutable;

namespace Compliance.Core.Facts.Access;

/// <summary>What one call of the API asks of who makes it. <c>{node}</c>, <c>{id}</c> and the like stand for what a path names.</summary>
/// <param name="Opens">any of these opens the call; empty when it is open to every token</param>
/// <param name="Shows">all of these show every row and field; empty when it hides nothing</param>
internal sealed record CallRight(ImmutableArray<RightOn> Opens, ImmutableArray<RightOn> Shows)
{
    /// <summary>What a caller gets who holds what <paramref name="has"/> says.</summary>
    /// <param name="has">privilege, ACL path, and whether it is held there</param>
    public CallAnswer AnswerTo(Func<string, string, bool> has)
        => !Opens.IsEmpty && !Opens.Any(right => has(right.Privilege, right.Path)) ? CallAnswer.Refused
            : Shows.All(right => has(right.Privilege, right.Path)) ? CallAnswer.Whole
            : CallAnswer.Filtered;
}
