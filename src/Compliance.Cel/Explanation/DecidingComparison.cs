namespace Compliance.Cel.Explanation;

/// <summary>Finds the comparison that alone made a condition false. There may be none, or several.</summary>
internal static class DecidingComparison
{
    /// <summary>Null when the outcome is not that of one comparison.</summary>
    public static CelComparison? Of(CelExplanation condition)
        => condition.Value.Kind == CelKind.Bool ? Find(condition, wanted: !condition.Value.AsBool()) : null;

    private static CelComparison? Find(CelExplanation part, bool wanted) => (part.Operator, part.Role, part.Children) switch
    {
        ("!", _, [var operand]) => Find(operand, !wanted),
        ({ } symbol, _, [var left, var right]) => Turned(left, wanted ? symbol : Opposite(symbol), right),
        (null, ExplanationRole.Absorbing, var children) when Only(children, part.Value) is { } one => Find(one, wanted),
        (null, ExplanationRole.Choosing, [_, var branch]) => Find(branch, wanted),
        _ => null,
    };

    private static CelExplanation? Only(IReadOnlyList<CelExplanation> parts, CelValue outcome)
    {
        var deciding = parts.Where(part => part.Value == outcome).ToList();
        return deciding.Count == 1 ? deciding[0] : null;
    }

    // What is written first is not always what was looked at: 7 <= guest.keepDaily.
    private static CelComparison Turned(CelExplanation left, string symbol, CelExplanation right)
        => IsConstant(left) && !IsConstant(right) ? new CelComparison(right, Flipped(symbol), left) : new CelComparison(left, symbol, right);

    private static bool IsConstant(CelExplanation part)
        => part.Role == ExplanationRole.Constant || (part.Role == ExplanationRole.Operation && part.Children.Count > 0 && part.Children.All(IsConstant));

    private static string Opposite(string symbol) => symbol switch
    {
        "==" => "!=",
        "!=" => "==",
        "<" => ">=",
        "<=" => ">",
        ">" => "<=",
        ">=" => "<",
        _ => "!in",
    };

    private static string Flipped(string symbol) => symbol switch
    {
        "<" => ">",
        "<=" => ">=",
        ">" => "<",
        ">=" => "<=",
        "in" => "has",
        "!in" => "!has",
        _ => symbol,
    };
}
