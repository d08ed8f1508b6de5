using System.Globalization;
using System.Text;
using Compliance.Cel;
using Compliance.Core.Facts.Table;

namespace Compliance.Reporting;

/// <summary>The reference page <c>rules/FACTS.md</c>; of some facts, their tables alone.</summary>
internal sealed class FactMarkdownRenderer : IFactRenderer
{
    public void Render(FactListing listing, Stream output)
    {
        var page = new StringBuilder();
        if (listing.IsWhole)
        {
            FactPageOpening.Write(page);
        }

        foreach (var (subject, facts) in listing.Sections)
        {
            Section(page, subject, facts, listing);
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString().TrimEnd('\n') + "\n");
    }

    private static void Section(StringBuilder page, FactSubject subject, IEnumerable<Fact> facts, FactListing listing)
    {
        page.Append(CultureInfo.InvariantCulture, $"## {subject.Name}\n\n{char.ToUpperInvariant(subject.Meaning[0])}{subject.Meaning[1..]}.\n\n");
        page.Append("| fact | type | may be | meaning | from | needs |\n|---|---|---|---|---|---|\n");
        foreach (var fact in facts)
        {
            string[] cells = [$"`{fact.FullName}`", Type(fact.Type, listing), FactWording.MayBe(fact), Meaning(fact), From(fact), Needs(fact)];
            page.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", cells)} |\n");
        }

        page.Append('\n');
    }

    // A record that is a section of this page links to it.
    private static string Type(CelType type, FactListing listing) => type switch
    {
        CelListType list => $"list of {Type(list.Element, listing)}",
        CelRecordType record when listing.IsWhole => $"[{record.Name}](#{record.Name.ToLowerInvariant()})",
        _ => FactWording.Type(type),
    };

    private static string Meaning(Fact fact)
    {
        var meaning = new StringBuilder(MarkdownText.Prose(fact.Meaning, int.MaxValue));
        if (FactWording.Values(fact) is { Count: > 0 } values)
        {
            meaning.Append(CultureInfo.InvariantCulture, $". One of {string.Join(", ", values.Select(Code))}");
        }

        if (fact.Unit is not null)
        {
            meaning.Append(CultureInfo.InvariantCulture, $". Unit: {fact.Unit}");
        }

        if (fact.DeclaredKey is not null)
        {
            meaning.Append(CultureInfo.InvariantCulture, $". Declared: {Code(fact.DeclaredKey)}");
        }

        return meaning.ToString();
    }

    // Each line of one cell stands beside the line of the other.
    private static string From(Fact fact) => string.Join("<br>", FactWording.Endpoints(fact).Select(from => Code(from.Endpoint)));

    private static string Needs(Fact fact) => fact.Sources.All(source => source.Privilege is null)
        ? string.Empty
        : string.Join("<br>", FactWording.Endpoints(fact).Select(from => from.Needs.Count == 0 ? "–" : string.Join(", ", from.Needs.Select(Privilege))));

    private static string Privilege(FactSource source) => Code(source.Privilege!) + (source.IsFiltered ? " †" : string.Empty);

    private static string Code(string text) => MarkdownText.CodeCell(text, int.MaxValue);
}
