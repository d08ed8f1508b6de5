using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Compliance.Core.Model;

/// <summary>
/// Leads to values of an inventory or a policy: <c>jobs.rows[id=backup-tier1].storage</c>. Members are separated by dots, rows of a
/// list are chosen by a member's value, <c>[*]</c> chooses all of them.
/// </summary>
/// <param name="Steps">at least one; the first is a member</param>
public sealed record DocumentPath(string Text, ImmutableArray<PathStep> Steps)
{
    /// <summary>The last step: what is set, added to, removed or hidden.</summary>
    public PathStep Last => Steps[^1];

    /// <param name="fault">what is wrong with the text, as a clause without a final stop</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out DocumentPath? path, [NotNullWhen(false)] out string? fault)
    {
        path = null;
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        var at = 0;
        while (at < text.Length || steps.Count == 0)
        {
            var isRow = at < text.Length && text[at] == '[';
            if (!isRow && steps.Count > 0 && text[at++] != '.')
            {
                fault = $"after \"{text[..(at - 1)]}\" a dot or a bracket must follow";
                return false;
            }

            var end = isRow ? text.IndexOf(']', at) : EndOfMember(text, at);
            if (end < 0)
            {
                fault = "a bracket is not closed";
                return false;
            }

            if ((isRow ? Row(text[(at + 1)..end]) : Member(text[at..end])) is not { } step || (isRow && steps.Count == 0))
            {
                fault = isRow ? $"\"{text[at..(end + 1)]}\" chooses no row: write [member=value] or [*] after a list" : "a member has no name";
                return false;
            }

            steps.Add(step);
            at = isRow ? end + 1 : end;
        }

        fault = null;
        path = new DocumentPath(text, steps.ToImmutable());
        return true;
    }

    public override string ToString() => Text;

    private static int EndOfMember(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny('.', '[', ']');
        return length < 0 ? text.Length : start + length;
    }

    private static PathStep? Member(string name) => name.Length == 0 ? null : PathStep.Member(name);

    private static PathStep? Row(string selector)
    {
        var equals = selector.IndexOf('=', StringComparison.Ordinal);
        return selector == "*" ? PathStep.AllRows
            : equals > 0 ? PathStep.RowsWith(selector[..equals], selector[(equals + 1)..])
            : null;
    }
}
