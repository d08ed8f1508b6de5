using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>lint:</c> in a policy.</summary>
internal static class LintSettingReader
{
    public static LintSetting? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "lint setting", field) is not { } fields)
        {
            return null;
        }

        var code = fields.Required("code", Values.Of(TextForms.ProblemCode), "Name the kind of problem, such as code: POL305.");
        var reason = fields.Required("reason", Values.Text, "Say why; lint -o json shows it.");
        fields.Close();
        return code is null || reason is null ? null : new LintSetting(code.Value, reason.Value, fields.Place);
    }
}
