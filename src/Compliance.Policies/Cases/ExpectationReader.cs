using System.Collections.Immutable;
using Compliance.Core.Model;
using Compliance.Core.Rules;

namespace Compliance.Policies;

/// <summary>Reads <c>expect:</c> of a case: subjects, and what the rule says of them.</summary>
internal static class ExpectationReader
{
    private static readonly ValueReader<Placed<Verdict>?> Word = Values.OneOf([.. VerdictText.All]);

    public static ImmutableArray<CaseExpectation> Read(YamlNode node, Field field)
    {
        if (node is not YamlMapping mapping)
        {
            Values.ReportType(node, field, "subjects with their verdicts below it");
            return [];
        }

        if (mapping.Entries.IsEmpty)
        {
            field.Report(ProblemCodes.Empty, mapping.Place, "the case expects nothing", "Name a subject and its verdict, such as qemu/101: fail.");
        }

        return [.. mapping.Entries.Select(entry => Of(entry, field)).OfType<CaseExpectation>()];
    }

    private static CaseExpectation? Of(YamlEntry entry, Field field)
    {
        var subject = new Field(entry.Key.Value, field.Problems);
        if (entry.Value is not YamlMapping)
        {
            return Word(entry.Value, subject) is { } verdict
                ? new CaseExpectation(entry.Key.Value, verdict.Value, null, null, null, null, entry.Key.Place)
                : null;
        }

        if (Fields.Of(entry.Value, "expectation", subject) is not { } fields)
        {
            return null;
        }

        var wanted = fields.Required("verdict", Word, "Write verdict: pass, fail, unknown or not-applicable.");
        var message = fields.Optional("message", Values.Text);
        var expected = fields.Optional("expected", Values.Text);
        var actual = fields.Optional("actual", Values.Text);
        var fix = fields.Optional("fix", Values.Text);
        fields.Close();
        return wanted is null
            ? null
            : new CaseExpectation(entry.Key.Value, wanted.Value.Value, message?.Value, expected?.Value, actual?.Value, fix?.Value, entry.Key.Place);
    }
}
