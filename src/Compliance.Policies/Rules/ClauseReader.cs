using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>rules/runbook.yaml</c>.</summary>
internal static class ClauseReader
{
    private static readonly ValueReader<Placed<ClauseProof>?> Proof = Values.OneOf(
        ("none", ClauseProof.None), ("live", ClauseProof.Live), ("evidence", ClauseProof.Evidence), ("both", ClauseProof.Both));

    public static Clause? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "clause", field) is not { } fields)
        {
            return null;
        }

        var id = fields.Required("id", Values.Of(TextForms.ClauseId), "Number it.");
        var section = fields.Required("section", Values.Text, "Name the runbook's heading.");
        var says = fields.Required("says", Values.Text, "Say what the runbook says.");
        var how = fields.Required("how", Proof, "Say what proves it.");
        var why = fields.Optional("why", Values.Text);
        fields.Close();
        if (how is { Value: ClauseProof.None } && why is null)
        {
            fields.Problems.Add(ProblemCodes.MissingKey, fields.Place, "the clause has no \"why\"", "Say why nothing can judge it.");
        }

        return id is null || section is null || says is null || how is null
            ? null
            : new Clause(id.Value.Value, section.Value.Value, says.Value.Value, how.Value.Value, why?.Value);
    }
}
