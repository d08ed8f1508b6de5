namespace Compliance.Policies.Tests.Schemas;

/// <summary>Puts one fault (or sometimes none) into a document.</summary>
internal static class Mutation
{
    private static readonly string[] Values =
    [
        // types, and words that YAML readers disagree on
        "some text", "7", "1.5", "7.0", "1e3", "1e+3", ".inf", "-.INF", ".nan", "true", "False", "null", "~", "Null", "[]", "{}", "[1]", "{ a: b }", "[[x]]",
        "\"7\"", "012", "0x1f", "0o17", "0b1", "1_0", "+7", "-0", "no", "on", "Yes", "y", "\"true\"", "'null'",
        // limits
        "-1", "0", "1", "9", "10", "99", "100", "9999", "10000", "3650", "3651", "999999999", "1000000000", "2147483648", "99999999999999999999",
        // blank and odd text; .NET and ECMAScript do not agree on what a blank is
        "\"\"", "\" \"", "\"\\t\"", "\"\\u00A0\"", "\"\\u0085\"", "\"\\uFEFF\"", "\"\\u200B\"", "\"\\0\"", "\"a\\u0085b\"", "\"a\\uFEFFb\"", "\"/a\\u0085b\"", "\"/a\\uFEFFb\"",
        "\"a\\u0085@b\"", "\"a\\uFEFF@b\"", "\"pbs:a\\u0085b\"", "\"pbs:\\uFEFF\"", "größe", "\"１\"", "\"\\U0001F600\"", "\" lead\"", "\"trail \"", "\"bad name!\"",
        // names and paths
        "a", "A", "UPPER", "-x", "x-", "_", ".", "..", "a.b", "x/y/z/u", "/", "/etc/", "/etc", "etc", "../x", "a//b", "a/./b", "a\\b", "\"@\"", "\"@g\"", "user", "a@b", "a@b@c",
        "a@b!c", "\"*\"", "\"a:b\"", "dailly", "Daily", "RB-1", "RB-123", "ABC12", "ABCDEF123", "qemu/99", "qemu/0100", "qemu/1000000000", "tier/10", "\"a[b\"", "\"a[b=\"", "\"a..b\"",
        // durations, days, moments
        "6 h", "0d", "h", "1h1d", "9999d9999h9999m", "99999d", "1D", "2026-11-23", "2026-02-30", "2026-1-1", "\"0000-01-01\"", "2026-11-23T06:00:00Z", "2026-11-23T24:00Z", "2026-11-23T06:00:60Z",
        "2026-11-23T06:00", "2026-11-23 06:00Z", "2026-11-23T06:00+14:30", "2026-11-23T06:00:00.5Z", "0001-01-01T00:00+01:00",
        // lists
        "[x, x]", "[tier1, tier1]", "[100, 100]", "[x, 7]", "[x, ~]", "[~]",
    ];

    private static readonly string[] ListItems =
    [
        "x", "7", "7.0", "true", "null", "{ a: b }", "{}", "[x]", "[]", "\"\"", "\"bad name!\"", "100", "99", "1000000000", "012", "on", "\"\\u0085\"", "\"\\uFEFF\"", "a//b", "/etc/", "2026-02-30",
    ];

    /// <summary>Every place a fault can be put, by name: items of one list have one name.</summary>
    public static IReadOnlyList<string> Paths(Doc document)
    {
        var slots = new List<Slot>();
        Collect(document, "", slots);
        return [.. slots.Select(slot => slot.Path)];
    }

    /// <summary>How many faults there are for a place.</summary>
    public static int Count(Doc document, int where)
    {
        var slots = new List<Slot>();
        Collect(document, "", slots);
        return slots[where].Map is not null ? Values.Length + 4 : ListItems.Length + 2;
    }

    /// <summary>The document with a line end after the word at a place; null when no bare word is there.</summary>
    public static Doc? WithLineEnd(Doc document, int where)
    {
        var root = document.Copy();
        var slots = new List<Slot>();
        Collect(root, "", slots);
        return slots[where].Value is DocText { Written: var word } && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.' or ':' or '@' or '_')
            ? slots[where].With(root, new DocText($"\"{word}\\n\""))
            : null;
    }

    /// <param name="where">which setting or item, modulo their number</param>
    /// <param name="how">which change, modulo their number</param>
    public static Doc Apply(Doc document, int where, int how)
    {
        var root = document.Copy();
        var slots = new List<Slot>();
        Collect(root, "", slots);
        slots[where % slots.Count].Change(how);
        return root;
    }

    private static void Collect(Doc doc, string path, List<Slot> slots)
    {
        switch (doc)
        {
            case DocMap map:
                for (var index = 0; index < map.Entries.Count; index++)
                {
                    slots.Add(new Slot(map, null, index, $"{path}.{map.Entries[index].Key}"));
                    Collect(map.Entries[index].Value, slots[^1].Path, slots);
                }

                break;
            case DocList list:
                for (var index = 0; index < list.Items.Count; index++)
                {
                    slots.Add(new Slot(null, list, index, path + "[]"));
                    Collect(list.Items[index], slots[^1].Path, slots);
                }

                break;
            default:
                break;
        }
    }

    private sealed record Slot(DocMap? Map, DocList? List, int Index, string Path)
    {
        public Doc Value => Map is not null ? Map.Entries[Index].Value : List!.Items[Index];

        public Doc With(Doc root, Doc value)
        {
            if (Map is not null)
            {
                Map.Entries[Index] = KeyValuePair.Create(Map.Entries[Index].Key, value);
            }
            else
            {
                List!.Items[Index] = value;
            }

            return root;
        }

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
