namespace Compliance.Cel.Explanation;

/// <summary>Walks down the branches that made the outcome, to the attributes they read.</summary>
internal static class DecisiveParts
{
    public static IReadOnlyList<CelExplanation> Of(CelExplanation whole, int limit)
    {
        List<CelExplanation> found = [];
        Collect(whole, found, limit);
        return found;
    }

    private static void Collect(CelExplanation part, List<CelExplanation> found, int limit)
    {
        if (found.Count >= limit || part.Role == ExplanationRole.Constant)
        {
            return;
        }

        if (part.Role == ExplanationRole.Attribute)
        {
            if (!found.Exists(other => other.Text == part.Text && other.Value == part.Value))
            {
                found.Add(part);
            }

            return;
        }

        foreach (var child in part.Role == ExplanationRole.Absorbing ? Deciding(part) : part.Children)
        {
            Collect(child, found, limit);
        }
    }

    /// <summary>The parts with the outcome of the whole; when none has it (the range of a quantifier without elements), all.</summary>
    private static IEnumerable<CelExplanation> Deciding(CelExplanation part)
    {
        var same = part.Children.Where(child => child.Value == part.Value || (child.Value.Kind == part.Value.Kind && !part.Value.IsValue)).ToList();
        return same.Count > 0 ? same : part.Children;
    }
}
