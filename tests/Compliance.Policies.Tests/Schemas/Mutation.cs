namespace Compliance.Policies.Tests.Schemas;

/// <summary>Puts one fault (or sometimes none) into a document.</summary>
internal static class Mutation
{
    private static readonly string[] Values =
    [
        "some text", "7", "-1", "10", "99", "1000000000", "99999999999999999999", "1.5", "1e3", ".inf", "true", "False", "null", "~", "[]", "{}",
        "[1]", "{ a: b }", "[[x]]", "\"7\"", "\"\"", "\" \"", "012", "0x1f", "1_0", "no", "on", "\"bad name!\"", "a", "A", "UPPER", "-x", "x/y/z/u",
        "[x, x]", "[tier1, tier1]", "/", "/etc/", "etc", "../x", "a//b", "6 h", "0d", "h", "99999d", "1h1d", "\"@\"", "user", "a@b@c", "dailly", "RB-1",
    ];

    private static readonly string[] ListItems = ["x", "7", "true", "null", "{ a: b }", "[x]", "\"bad name!\"", "100", "99"];

    /// <param name="where">which setting or item, modulo their number</param>
    /// <param name="how">which change, modulo their number</param>
    public static Doc Apply(Doc document, int where, int how)
    {
        var root = document.Copy();
        var slots = new List<Slot>();
        Collect(root, slots);
        slots[where % slots.Count].Change(how);
        return root;
    }

    private static void Collect(Doc doc, List<Slot> slots)
    {
        switch (doc)
        {
            case DocMap map:
                for (var index = 0; index < map.Entries.Count; index++)
                {
                    slots.Add(new Slot(map, null, index));
                    Collect(map.Entries[index].Value, slots);
                }

                break;
            case DocList list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    slots.Add(new Slot(null, list, index));
                    Collect(list.Items[index], slots);
                }

                break;
            default:
                break;
        }
    }

    private sealed record Slot(DocMap? Map, DocList? List, int Index)
    {
        public void Change(int how)
        {
            if (Map is not null)
            {
                ChangeSetting(Map.Entries, how % (Values.Length + 4));
            }
            else
            {
                ChangeItem(List!.Items, how % (ListItems.Length + 2));
            }
        }

        private void ChangeSetting(List<KeyValuePair<string, Doc>> entries, int how)
        {
            var (key, value) = entries[Index];
            switch (how - Values.Length)
            {
                case 0:
                    entries.RemoveAt(Index);
                    break;
                case 1:
                    entries[Index] = KeyValuePair.Create(key[^1] is '\'' or '"' ? key.Insert(key.Length - 1, "s") : key + "s", value);
                    break;
                case 2:
                    entries[Index] = KeyValuePair.Create(key.ToUpperInvariant(), value);
                    break;
                case 3:
                    entries.Insert(Index, KeyValuePair.Create("unknown", (Doc)new DocText("x")));
                    break;
                default:
                    entries[Index] = KeyValuePair.Create(key, (Doc)new DocText(Values[how]));
                    break;
            }
        }

        private void ChangeItem(List<Doc> items, int how)
        {
            switch (how - ListItems.Length)
            {
                case 0:
                    items.RemoveAt(Index);
                    break;
                case 1:
                    items.Add(items[Index].Copy());
                    break;
                default:
                    items[Index] = new DocText(ListItems[how]);
                    break;
            }
        }
    }
}
