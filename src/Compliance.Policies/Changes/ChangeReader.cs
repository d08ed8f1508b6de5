using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Reads change records: the files of <c>changes/</c>, and <c>changes:</c> of a case.</summary>
internal static class ChangeReader
{
    public static readonly ValueReader<ImmutableArray<ChangeRecord>> Records = Lists.OfRecords(Record);

    private static readonly ValueReader<Placed<ChangeTopic>?> Topic = Values.OneOf(
        ("target", ChangeTopic.Target), ("retention", ChangeTopic.Retention), ("schedule", ChangeTopic.Schedule), ("restore-failure", ChangeTopic.RestoreFailure));

    /// <summary>The records of one file.</summary>
    public static ImmutableArray<ChangeRecord> File(YamlNode root, ProblemList problems)
    {
        if (Fields.Of(root, "change file", new Field("change file", problems)) is not { } fields)
        {
            return [];
        }

        var records = fields.Required("changes", Records, "Write the records.");
        fields.Close();
        return records.IsDefault ? [] : records;
    }

    private static ChangeRecord? Record(YamlNode node, Field field)
    {
        if (Fields.Of(node, "change record", field) is not { } fields)
        {
            return null;
        }

        var id = fields.Required("id", Values.Of(TextForms.ChangeId), "Number it, such as id: CHG-17.");
        var made = fields.Required("made", Values.Moment, "Say when, such as made: 2026-11-23T06:00:00Z.");
        var until = fields.Optional("until", Values.Moment);
        var by = fields.Required("by", Values.Text, "Say who.");
        var what = fields.Required("what", Topic, "Write what: target, retention, schedule or restore-failure.");
        var subject = fields.Required("subject", Values.Of(TextForms.ChangeSubject), "Say of what, such as subject: job/nightly.");
        var from = fields.Optional("from", Values.Text);
        var to = fields.Optional("to", Values.Text);
        var reason = fields.Required("reason", Values.Text, "Say why.");
        fields.Close();
        if (id is null || made is null || by is null || what is null || subject is null || reason is null)
        {
            return null;
        }

        var record = new ChangeRecord
        {
            Id = id.Value,
            Made = made.Value,
            Until = until,
            By = by.Value,
            What = what.Value,
            Subject = subject.Value,
            From = from,
            To = to,
            Reason = reason.Value,
        };
        ChangeChecks.Check(record, field.Problems);
        return record;
    }
}
