using Compliance.Cel.Values;

namespace Compliance.Cel.Explanation;

/// <summary>Walks down the branches that made the outcome, to the attributes they read.</summary>
internal sealed class DecisiveParts(int limit)
{
    private readonly List<CelExplanation> found = [];

    public static IReadOnlyList<CelExplanation> Of(CelExplanation whole, int limit)
    {
        var parts = new DecisiveParts(limit);
        parts.Collect(whole, null);
        return parts.found;
    }

    private void Collect(CelExplanation part, CelExplanation? above)
    {
        if (found.Count >= limit || part.Role == ExplanationRole.Constant)
        {
            return;
        }

        if (part.Role == ExplanationRole.Attribute)
        {
            Add(Telling(part, above));
            return;
        }

        foreach (var child in Deciding(part))
        {
            Collect(child, part);
        }
    }

    private void Add(CelExplanation part)
    {
        if (!found.Exists(other => other.Name == part.Name && other.Value == part.Value))
        {
            found.Add(part);
        }
    }

    /// <summary>
    /// Nobody can read a record, nor a list of them. What was made of it tells more, such as its size, unless that is only true
    /// or false.
    /// </summary>
    private static CelExplanation Telling(CelExplanation attribute, CelExplanation? above)
        => ValueText.HasRecord(attribute.Value) && above is { Role: ExplanationRole.Operation, Value.Kind: > CelKind.Bool } && !ValueText.HasRecord(above.Value)
            ? above
            : attribute;

    private static IEnumerable<CelExplanation> Deciding(CelExplanation part)
    {
        // An error or an unknown comes from the parts that are just that; when none is, the operation itself failed.
        if (!part.Value.IsValue)
        {
            return OrAll(part.Children, child => child.Value.Kind == part.Value.Kind);
        }

        return part.Role switch
        {
            ExplanationRole.Absorbing => OrAll(part.Children, child => child.Value == part.Value),
            ExplanationRole.Selecting => OrElements(part.Children, child => child.Value.Kind != CelKind.Bool || child.Value.AsBool()),
            ExplanationRole.Projecting => OrElements(part.Children, _ => true),
            _ => part.Children,
        };
    }

    private static IEnumerable<CelExplanation> OrAll(IReadOnlyList<CelExplanation> parts, Func<CelExplanation, bool> matters)
        => parts.Any(matters) ? parts.Where(matters) : parts;

    /// <summary>The same without the range, which is the first, unless it has no elements.</summary>
    private static IEnumerable<CelExplanation> OrElements(IReadOnlyList<CelExplanation> parts, Func<CelExplanation, bool> matters)
        => parts.Count <= 1 ? parts : OrAll([.. parts.Skip(1)], matters);
}
