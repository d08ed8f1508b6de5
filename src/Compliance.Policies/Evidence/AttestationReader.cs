using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads an entry of <c>attestations:</c>.</summary>
internal static class AttestationReader
{
    public static Attestation? Read(YamlNode node, Field field)
    {
        if (Fields.Of(node, "attestation", field) is not { } fields)
        {
            return null;
        }

        var clause = fields.Required("clause", Values.Of(TextForms.ClauseId), "Name the clause it speaks for, such as clause: RB-82.");
        var statement = fields.Required("statement", Values.Text, "Write what is attested.");
        var owner = fields.Required("owner", Values.Text, "Write who answers for it.");
        var made = fields.Required("made", Values.Day, "Write the day it was given, such as made: 2026-11-23.");
        var expires = fields.Required("expires", Values.Day, "Write the last day it holds: nobody's word is good for ever.");
        fields.Close();
        if (made is { } from && expires is { } to && to.Value <= from.Value)
        {
            field.Report(ProblemCodes.DatesReversed, to.Place, "the attestation expires before it holds for a day", "Correct one of the two days.");
        }

        return clause is null || statement is null || owner is null || made is null || expires is null
            ? null
            : new Attestation
            {
                Clause = clause.Value,
                Statement = statement.Value,
                Owner = owner.Value,
                Made = made.Value,
                Expires = expires.Value,
                Place = fields.Place,
            };
    }
}
