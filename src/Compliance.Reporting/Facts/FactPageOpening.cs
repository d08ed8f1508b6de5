using System.Globalization;
using System.Text;
using Compliance.Core.Facts.Table;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>What stands above the tables of the reference page: how to read it, what a rule may name, what the language can do.</summary>
internal static class FactPageOpening
{
    private const string HowToRead =
        """
        # Facts and language of rules

        *Generated from the table of facts: `pve-compliance facts -o md:rules/FACTS.md`. A test fails when this page is stale.*

        A rule's `when:` and `assert:`, and every `{…}` in its texts, are expressions over the facts below. A fact that is not here, or is
        compared with a value it never has, is a problem of the rule file before anything runs. `pve-compliance facts guest.keepDaily`
        tells all about one fact, and which rules read it.

        - **type**: a number says what it counts; a `duration` is compared with a literal such as `duration("26h")` (units `h`, `m`, `s`,
          no days); a `timestamp` is a moment in UTC, written `timestamp("2026-11-23T06:00:00Z")`.
        - **may be absent**: there may be nothing. `has(job.comment)` asks; using an absent fact is an error, which makes the verdict
          unknown.
        - **may be unknown**: it could not be read, and neither can anything be that is made from it. `&&` and `||` give an answer all
          the same when the other side decides. Facts that may not be unknown are known whenever their subject was seen; when
          subjects may be hidden, each rule about them says so.
        - **from**: the API endpoints it is made from, `N` being a node and `ID` a guest, job or storage; or `policy.yaml`, always readable.
          What is asked of each `N` also needs the list `/nodes`, which any token may read.
        - **needs**: the privilege of the token, line by line beside the endpoint. The role `PVEAuditor` on `/` holds all of them
          but those of `/nodes/N/storage/ID/content`: whoever may list the sizes of backups may also delete them, so not every token should.
        - **†**: without the privilege Proxmox leaves rows or keys out instead of refusing. To prove that nothing was left out, the token
          also needs `Sys.Audit` on `/access`, and on no pool the role `NoAccess`.

        """;

    public static void Write(StringBuilder page)
    {
        page.Append(HowToRead.ReplaceLineEndings("\n"));
        Variables(page);
        Language(page);
    }

    private static void Variables(StringBuilder page)
    {
        page.Append("\n## What a rule may name\n\n| `for:` | variables |\n|---|---|\n");
        foreach (var kind in Enum.GetValues<SubjectKind>())
        {
            var variables = FactTable.EnvironmentOf(kind).Variables.Select(variable => $"[{variable.Name}](#{variable.Name.ToLowerInvariant()})");
            page.Append(CultureInfo.InvariantCulture, $"| `{LanguageReference.WordOf(kind)}` | {string.Join(", ", variables)} |\n");
        }
    }

    private static void Language(StringBuilder page)
    {
        page.Append(
            """

            ## What the language can do

            A strict, statically typed subset of [CEL](https://cel.dev), the Common Expression Language. Nothing is converted silently: `1 == "1"`
            does not compile.

            | | example | gives |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var entry in LanguageReference.Entries)
        {
            var example = MarkdownText.CodeCell(entry.Example, int.MaxValue);
            page.Append(CultureInfo.InvariantCulture, $"| {MarkdownText.CodeCell(entry.Name, int.MaxValue)} | {example} | {MarkdownText.Prose(entry.Gives, int.MaxValue)} |\n");
        }

        page.Append('\n');
    }
}
