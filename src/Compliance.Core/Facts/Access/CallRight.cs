using System.Collections.Immutable;

namespace Compliance.Core.Facts.Access;

/// <summary>What one call of the API asks of who makes it.</summary>
/// <param name="Opens">any of these opens the call, the least first; empty when it is open to every token</param>
/// <param name="Shows">all of these show every row and field; empty when it hides nothing</param>
public sealed record CallRight(ImmutableArray<RightOn> Opens, ImmutableArray<RightOn> Shows)
{
    /// <summary>What would help who sees nothing of it; null when nothing is needed.</summary>
    public RightOn? Least => Opens.FirstOrDefault() ?? Shows.FirstOrDefault();

    /// <summary>What a caller gets who holds what <paramref name="has"/> says.</summary>
    /// <param name="has">privilege, ACL path, and whether it is held there: for <c>/vms</c> and the like on all below it</param>
    public CallAnswer AnswerTo(Func<string, string, bool> has)
        => !Opens.IsEmpty && !Opens.Any(right => Holds(right, has)) ? CallAnswer.Refused
            : Shows.All(right => Holds(right, has)) ? CallAnswer.Whole
            : CallAnswer.Filtered;

    private static bool Holds(RightOn right, Func<string, string, bool> has) => right.AnyOf.Any(privilege => has(privilege, right.Path));
}
