using System.Collections.Immutable;
using System.Text;

namespace Compliance.Policies;

/// <summary>
/// The file beside the runbook that holds what of it was accepted: a digest for each section, so that a change is told with its place.
/// A program writes it, people only commit it.
/// </summary>
internal static class RunbookLock
{
    public static string NameOf(string runbook) => runbook + ".lock";

    /// <returns>no sections when the file has an error, which is reported</returns>
    public static ImmutableArray<AcceptedSection> Read(SourceText source, ProblemList problems)
    {
        if (YamlReader.Read(source, problems) is not { } root || Fields.Of(root, "lock", new Field("lock", problems)) is not { } fields)
        {
            return [];
        }

        var sections = fields.Required("sections", Lists.OfRecords(Section), "Write it anew: pve-compliance coverage --accept-runbook");
        fields.Close();
        return sections.IsDefault ? [] : sections;
    }

    public static string Write(Runbook runbook)
    {
        var text = new StringBuilder()
            .Append($"# What of {FileNames.Last(runbook.File)} this policy was last held against. Commit it; do not edit it. Written by:\n")
            .Append("# pve-compliance coverage --accept-runbook\n")
            .Append("sections:\n");
        foreach (var section in runbook.Sections)
        {
            text.Append($"  - heading: \"{section.Heading.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n    digest: \"{section.Digest}\"\n");
        }

        return text.ToString();
    }

    private static AcceptedSection? Section(YamlNode node, Field field)
    {
        if (Fields.Of(node, "section", field) is not { } fields)
        {
            return null;
        }

        var heading = fields.Required("heading", Values.Text, "Write the lock anew: pve-compliance coverage --accept-runbook");
        var digest = fields.Required("digest", Values.Text, "Write the lock anew: pve-compliance coverage --accept-runbook");
        fields.Close();
        return heading is null || digest is null ? null : new AcceptedSection(heading.Value, digest.Value);
    }
}
