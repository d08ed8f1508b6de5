using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>rules:</c> in a policy.</summary>
internal static class RuleSettingReader
{
    public static RuleSetting? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "rule setting", field) is not { } fields)
        {
            return null;
        }

        var rule = fields.Required("rule", Values.Of(TextForms.RuleId), "Name the rule, such as rule: BKP210.");
        var severity = fields.Optional("severity", RuleReader.Weight);
        var isEnabled = fields.Optional("enabled", Values.Boolean);
        var reason = fields.Required("reason", Values.Text, "Say why; every report prints it.");
        fields.Close();
        if (!fields.Has("severity") && !fields.Has("enabled"))
        {
            fields.Problems.Add(
                ProblemCodes.MissingKey, fields.Place, "the rule setting has neither \"severity\" nor \"enabled\"", "Write severity: info, or enabled: false.");
        }

        return rule is null || reason is null ? null : new RuleSetting(rule.Value, severity, isEnabled, reason.Value, fields.Place);
    }
}
