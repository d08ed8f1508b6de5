using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads the document of the file of waivers: a list of records.</summary>
internal static class WaiverReader
{
    private static readonly ValueReader<ImmutableArray<Waiver>> List = Lists.OfRecords(Record);

    /// <summary>Without those that lack something; reported.</summary>
    public static ImmutableArray<Waiver> Read(YamlNode root, ProblemList problems) => List(root, new Field("waivers", problems));

    private static Waiver? Record(YamlNode node, Field field)
    {
        if (Fields.Of(node, "waiver", field) is not { } fields)
        {
            return null;
        }

        var rule = fields.Required("rule", Values.Of(TextForms.RuleId), "Name the rule, such as rule: BKP104.");
        var subjects = fields.Required(
            "subjects", Lists.Of(Values.Of(TextForms.SubjectGlob)), "Name what it is about as reports do, such as subjects: [qemu/101].");
        var owner = fields.Required("owner", Values.Text, "Name who answers for it.");
        var reason = fields.Required("reason", Values.Text, "Say why; every report prints it.");
        var ticket = fields.Optional("ticket", Values.Text);
        var made = fields.Required("made", Values.Day, "Write the day it is made, such as made: 2026-11-23.");
        var expires = fields.Required("expires", Values.Day, "Write its last day, such as expires: 2027-01-31: a waiver without an end is no waiver.");
        fields.Close();
        return rule is null || subjects.IsDefaultOrEmpty || owner is null || reason is null || made is null || expires is null
            ? null
            : new Waiver
            {
                Rule = rule.Value,
                Subjects = subjects,
                Owner = owner.Value,
                Reason = reason.Value,
                Ticket = ticket,
                Made = made.Value,
                Expires = expires.Value,
                Place = fields.Place,
            };
    }
}
