using System.Text;
using Compliance.Core.Facts.Table;

namespace Compliance.Reporting;

/// <summary>
/// For terminals: grouped by subject and wrapped. Without a width, for pipes: one fact a line with everything on it, so that
/// grep finds it. A single fact is told in full.
/// </summary>
internal sealed class FactTextRenderer(ReportOptions options) : IFactRenderer
{
    private const string Gap = "  ";

    public void Render(FactListing listing, Stream output)
    {
        var page = new TextPage(options);
        switch (listing.Facts)
        {
            case [var only]:
                FactTextEntry.Write(page, only, listing);
                break;
            case var facts when page.Width is null:
                Lines(page, facts);
                break;
            default:
                Groups(page, listing);
                break;
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(page.ToString());
    }

    private static void Lines(TextPage page, IReadOnlyList<Fact> facts)
    {
        var names = facts.Max(fact => fact.FullName.Length);
        var types = facts.Max(fact => Type(fact).Length);
        foreach (var fact in facts)
        {
            var sources = string.Join("; ", FactWording.Endpoints(fact).Select(from
                => from.Needs.Count == 0 ? from.Endpoint : $"{from.Endpoint} needs {string.Join(", ", from.Needs.Select(source => source.Privilege))}"));
            page.Line($"{fact.FullName.PadRight(names)}{Gap}{Type(fact).PadRight(types)}{Gap}{Meaning(fact)}{Gap}[{sources}]");
        }
    }

    private static void Groups(TextPage page, FactListing listing)
    {
        var isFirst = true;
        foreach (var (subject, facts) in listing.Sections)
        {
            if (!isFirst)
            {
                page.Blank();
            }

            isFirst = false;
            page.Paragraph(0, new TextSpan(subject.Name, Ink.Strong), $": {subject.Meaning}");
            Group(page, facts);
        }

        page.Blank();
        page.Paragraph(
            0,
            new TextSpan("All about one fact, with endpoint, privilege and the rules that read it: pve-compliance facts NAME", Ink.Quiet));
    }

    private static void Group(TextPage page, IReadOnlyList<Fact> facts)
    {
        var names = facts.Max(fact => fact.FullName.Length);
        var types = facts.Max(fact => Type(fact).Length);

        // The type in a column of its own leaves a narrow terminal no room for the meaning.
        const int leastMeaning = 36;
        var hasTypeColumn = page.Fits(Gap.Length + names + Gap.Length + types + Gap.Length + leastMeaning);
        foreach (var fact in facts)
        {
            var name = $"{Gap}{fact.FullName.PadRight(names)}{Gap}";
            if (hasTypeColumn)
            {
                page.Paragraph(name.Length + types + Gap.Length, name, new TextSpan(Type(fact).PadRight(types), Ink.Quiet), Gap + Meaning(fact));
            }
            else
            {
                page.Paragraph(name.Length, name, Meaning(fact), new TextSpan($" ({Type(fact)})", Ink.Quiet));
            }
        }
    }

    private static string Type(Fact fact) => FactWording.Type(fact.Type) + (fact.IsOptional ? ", optional" : string.Empty);

    private static string Meaning(Fact fact)
    {
        var values = FactWording.Values(fact);
        var unit = fact.Unit is null ? string.Empty : $"; unit: {fact.Unit}";
        return $"{fact.Meaning}{(values.Count == 0 ? unit : $"; one of {string.Join(", ", values)}")}";
    }
}
