using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>log-reviews:</c>.</summary>
internal static class LogReviewReader
{
    public static LogReview? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "log review", field) is not { } fields)
        {
            return null;
        }

        var of = fields.Required("of", Values.Of(TextForms.LogsOf), "Say whose logs: of: all, node/NAME or job/ID.");
        var reviewed = fields.Required("reviewed", Values.Moment, "Write when, with its zone.");
        var by = fields.Required("by", Values.Text, "Write who read them.");
        var found = fields.Required("found", Values.Text, "Write what was found, if it is nothing.");
        fields.Close();
        return of is null || reviewed is null || by is null || found is null
            ? null
            : new LogReview { Of = of.Value, Reviewed = reviewed.Value, By = by.Value, Found = found.Value, Place = fields.Place };
    }
}
