using System.Text;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>A document of the corpus, before it is written as YAML.</summary>
internal abstract record Doc
{
    public abstract Doc Copy();

    /// <summary>Writes it as YAML; mappings and lists in flow style where <paramref name="isFlow"/> says so.</summary>
    public static string Write(Doc root, Func<bool> isFlow)
    {
        var text = new StringBuilder();
        WriteBlock(root, text, 0, isFlow);
        return text.ToString();
    }

    private static void WriteBlock(Doc doc, StringBuilder text, int indent, Func<bool> isFlow)
    {
        switch (doc)
        {
            case DocMap { Entries.Count: > 0 } map:
                for (var index = 0; index < map.Entries.Count; index++)
                {
                    var (key, value) = map.Entries[index];
                    text.Append(' ', index == 0 ? 0 : indent).Append(key).Append(':');
                    WriteValue(value, text, indent + 2, isFlow);
                }

                break;
            case DocList { Items.Count: > 0 } list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    text.Append(' ', index == 0 ? 0 : indent).Append("- ");
                    if (list.Items[index] is DocMap or DocText)
                    {
                        WriteBlock(list.Items[index], text, indent + 2, isFlow);
                    }
                    else
                    {
                        text.Append(Flow(list.Items[index])).Append('\n');
                    }
                }

                break;
            default:
                text.Append(Flow(doc)).Append('\n');
                break;
        }
    }

    private static void WriteValue(Doc value, StringBuilder text, int indent, Func<bool> isFlow)
    {
        if (value is DocText || value is DocMap { Entries.Count: 0 } or DocList { Items.Count: 0 } || isFlow())
        {
            text.Append(' ').Append(Flow(value)).Append('\n');
            return;
        }

        text.Append('\n').Append(' ', indent);
        WriteBlock(value, text, indent, isFlow);
    }

    private static string Flow(Doc doc) => doc switch
    {
        DocMap { Entries.Count: 0 } => "{}",
        DocMap map => "{ " + string.Join(", ", map.Entries.Select(entry => $"{entry.Key}: {Flow(entry.Value)}")) + " }",
        DocList list => "[" + string.Join(", ", list.Items.Select(Flow)) + "]",
        _ => ((DocText)doc).Written,
    };
}

internal sealed record DocText(string Written) : Doc
{
    public override Doc Copy() => this;
}

internal sealed record DocList(List<Doc> Items) : Doc
{
    public override Doc Copy() => new DocList([.. Items.Select(item => item.Copy())]);
}

internal sealed record DocMap(List<KeyValuePair<string, Doc>> Entries) : Doc
{
    public override Doc Copy() => new DocMap([.. Entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Copy()))]);
}
