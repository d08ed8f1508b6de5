namespace Compliance.Core.Model;

/// <summary>A part of a rule that decided its verdict, with what it gave.</summary>
/// <param name="Expression">as the rule writes it</param>
public sealed record Reason(string Expression, string Value)
{
    public override string ToString() => $"{Expression} = {Value}";
}
