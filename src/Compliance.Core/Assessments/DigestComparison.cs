using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Core.Assessments;

/// <summary>Tells which parts of an estate moved, and what of them. Not to be able to tell is an answer of its own, never "the same".</summary>
public static class DigestComparison
{
    private const int Named = 5;

    /// <returns>in the order of <paramref name="now"/>; empty when everything is known to be as it was</returns>
    public static ImmutableArray<DigestChange> Of(ImmutableArray<DigestPart> then, ImmutableArray<DigestPart> now)
        =>
        [
            .. now.Select(part => then.FirstOrDefault(before => before.Name == part.Name) is { } before
                ? Of(before, part)
                : new DigestChange(part.Name, "the receipt says nothing of it", IsCertain: false)).OfType<DigestChange>(),
            .. then.Where(before => now.All(part => part.Name != before.Name)).Select(before => new DigestChange(before.Name, "nothing is known of it now", IsCertain: false)),
        ];

    private static DigestChange? Of(DigestPart then, DigestPart now)
    {
        var before = ById(then);
        var after = ById(now);
        // What was or is hidden proves neither that something appeared nor that it is gone.
        var moved = after.Values.Where(member => !before.ContainsKey(member.Id) && then.IsComplete).Select(member => $"{member.Id} appeared")
            .Concat(before.Values.Where(member => !after.ContainsKey(member.Id) && now.IsComplete).Select(member => $"{member.Id} is gone"))
            .Concat(after.Values.Where(member => member.Digest is { } digest && before.GetValueOrDefault(member.Id)?.Digest is { } old && digest != old).Select(member => $"{member.Id} changed"))
            .ToList();
        if (moved.Count > 0)
        {
            return new DigestChange(now.Name, InWords(moved), IsCertain: true);
        }

        var unread = after.Values.Where(member => member.Digest is null || before.GetValueOrDefault(member.Id)?.Digest is null).Select(member => $"{member.Id} could not be read").ToList();
        return unread.Count > 0 ? new DigestChange(now.Name, InWords(unread), IsCertain: false)
            : !then.IsComplete || !now.IsComplete ? new DigestChange(now.Name, "some may be hidden", IsCertain: false)
            // Same members, all known: only a receipt of another make can differ here.
            : then.Digest != now.Digest ? new DigestChange(now.Name, "its digest is another one", IsCertain: true)
            : null;
    }

    // One id twice, which no estate has and a forged file may, is nobody's digest.
    private static Dictionary<string, DigestMember> ById(DigestPart part) => part.Members
        .GroupBy(member => member.Id, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.Skip(1).Any() ? new DigestMember(same.Key, null) : same.First(), StringComparer.Ordinal);

    private static string InWords(List<string> all)
        => string.Join(", ", all.Take(Named)) + (all.Count > Named ? $" and {all.Count - Named} more" : string.Empty);
}
