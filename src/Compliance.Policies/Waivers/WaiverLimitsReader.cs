using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads the policy's section <c>waivers:</c>.</summary>
internal static class WaiverLimitsReader
{
    public static WaiverLimits? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "waivers", field) is not { } fields)
        {
            return null;
        }

        var limits = new WaiverLimits(
            fields.Optional("max-days", Values.Integer(1, 3650)),
            fields.Optional("max-findings", Values.Integer(1, 9999)),
            fields.Optional("max-per-rule", Values.Integer(1, 9999)));
        fields.Close();
        return limits;
    }
}
