namespace Compliance.Core.Model;

/// <summary>The first digit of a built-in rule's number; the controls of the report's matrix.</summary>
/// <param name="Order">place in the matrix</param>
public sealed record RuleFamily(int Order, string Title)
{
    private static readonly RuleFamily[] BuiltIn =
    [
        new(0, "Policy"), new(1, "Coverage"), new(2, "Jobs"), new(3, "Storage"), new(4, "Restore points"),
        new(5, "Restore tests"), new(6, "Host configuration"), new(7, "PBS"), new(8, "Security"), new(9, "Change and rollback"),
    ];

    private static readonly RuleFamily Own = new(10, "Own rules");

    public static RuleFamily Of(string ruleId)
        => ruleId.StartsWith("BKP", StringComparison.Ordinal) && ruleId.Length == 6 && char.IsAsciiDigit(ruleId[3])
            ? BuiltIn[ruleId[3] - '0']
            : Own;
}
