using Compliance.Cel;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Core.Rules;

/// <summary>Whether a rule can speak of anything under a policy, whatever the live state is. What only other rules read need not be asked for.</summary>
public static class RuleReach
{
    private static readonly Gap Unseen = new("the live state", "not looked at");

    /// <summary>False when its condition is false by the policy alone, such as a rule on mail where the policy says there is no mail relay.</summary>
    public static bool MayApply(Rule rule, Policy policy)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.When is not { } condition)
        {
            return true;
        }

        var environment = FactTable.EnvironmentOf(rule.For);
        var bindings = new CelBindings(environment);
        foreach (var variable in environment.Variables)
        {
            bindings[variable.Name] = variable.Name == "policy" ? CelValue.Record(FactTable.PolicyGroup.Record, policy) : CelValue.Unknown(Unseen);
        }

        return condition.Evaluate(bindings) is not { Kind: CelKind.Bool } applies || applies.AsBool();
    }
}
