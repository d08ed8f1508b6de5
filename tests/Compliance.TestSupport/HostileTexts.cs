using System.Text;

namespace Compliance.TestSupport;

/// <summary>Files that are made to bring a reader down: by depth, by size, by encoding, by what YAML can refer to.</summary>
public static class HostileTexts
{
    private const int Many = 20_000;

    public static readonly IReadOnlyList<(string Name, byte[] Content)> All =
    [
        ("nothing", []),
        ("nul", [0]),
        ("byte order mark alone", [0xEF, 0xBB, 0xBF]),
        ("two byte order marks", [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. "name: x\n"u8]),
        ("utf-16, little end first", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("name: x\n")]),
        ("utf-16, big end first", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes("name: x\n")]),
        ("utf-32", [.. Encoding.UTF32.GetPreamble(), .. Encoding.UTF32.GetBytes("name: x\n")]),
        ("half a character at the end", [.. "name: "u8, 0xE2, 0x82]),
        ("half of a surrogate pair", [.. "name: "u8, 0xED, 0xA0, 0x80]),
        ("latin-1", Encoding.Latin1.GetBytes("name: größe\n")),
        ("lone carriage returns", "name: x\rbackup:\r  target: a1\r"u8.ToArray()),
        ("mixed line ends", "name: x\r\nbackup:\n\r  target: a1\r\n\n\rtiers:\n"u8.ToArray()),
        ("tabs", "\tname:\tx\n\t\tbackup:\t\n"u8.ToArray()),
        Text("brackets", new string('[', Many)),
        Text("braces", new string('{', Many)),
        Text("closing brackets", new string(']', Many)),
        Text("lists in lists", string.Concat(Enumerable.Repeat("- ", Many)) + "x"),
        Text("mappings in mappings", string.Concat(Enumerable.Range(0, 400).Select(depth => new string(' ', depth) + "a:\n"))),
        Text("keys in one line", string.Concat(Enumerable.Repeat("a: ", Many))),
        Text("complex keys", string.Concat(Enumerable.Repeat("? ", Many))),
        Text("flow keys", string.Concat(Enumerable.Repeat("{ a: ", 2_000))),
        Text("aliases of aliases", "a: &a [x, x]\n" + string.Concat(Enumerable.Range(0, 30).Select(n => $"b{n}: &b{n} [{string.Join(", ", Enumerable.Repeat(n == 0 ? "*a" : $"*b{n - 1}", 9))}]\n"))),
        Text("alias of itself", "a: &a [*a]\n"),
        Text("anchors", string.Concat(Enumerable.Repeat("&a ", 1_000))),
        Text("tags", string.Concat(Enumerable.Repeat("!!a ", 1_000)) + "x"),
        Text("directives", string.Concat(Enumerable.Repeat("%YAML 1.2\n", 1_000)) + "---\nx\n"),
        Text("documents", string.Concat(Enumerable.Repeat("---\n", Many))),
        Text("a long word", "name: " + new string('x', 900_000)),
        Text("a long number", "name: " + new string('9', 500_000)),
        Text("a long octal number", "name: 0" + new string('7', 500_000)),
        Text("a long key", new string('k', 2_000) + ": x\n" + new string('k', 900_000) + ": x\n"),
        Text("a quote that never ends", "name: \"" + new string('x', 500_000)),
        Text("folded lines", "name: \"" + string.Concat(Enumerable.Repeat("x\n\n ", Many)) + "\"\n"),
        Text("a block of blank lines", "name: |+\n" + new string('\n', Many) + "  x\n"),
        Text("a block that is far in", "name: >\n" + new string(' ', 5_000) + "x\n"),
        Text("escapes", "name: \"" + string.Concat(Enumerable.Repeat("\\x41\\u0041\\U00000041\\\n", 5_000)) + "\"\n"),
        Text("escapes of half a character", "name: \"\\uD800\\uD800\"\n"),
        Text("many keys", string.Concat(Enumerable.Range(0, 5_000).Select(n => $"k{n}: x\n"))),
        Text("one key many times", string.Concat(Enumerable.Repeat("name: x\n", 5_000))),
        Text("many comments", string.Concat(Enumerable.Repeat("# x\n", Many))),
        Text("controls of a terminal", "name: \"\\e[2J\\e]0;x\\a\"\n\"\\e[31m\": x\n"),
        Text("headings", string.Concat(Enumerable.Repeat("# a\n", Many))),
        Text("fences", string.Concat(Enumerable.Repeat("```\n# a\n", 5_000))),
        Text("a deep heading", new string('#', Many) + " a\n"),
        Text("brackets of a condition", "id: ACME101\nassert: \"" + new string('(', Many) + "\"\nwhen: '" + new string('!', Many) + "x'\n"),
        Text("operators of a condition", "assert: " + string.Join(" || ", Enumerable.Repeat("a", Many)) + "\n"),
        Text("lists of a condition", "assert: \"" + new string('[', Many) + "\"\n"),
        Text("steps of a condition", "assert: a" + string.Concat(Enumerable.Repeat(".b", Many)) + "\n"),
        Text("choices of a condition", "assert: \"" + string.Concat(Enumerable.Repeat("a ? ", Many)) + "\"\n"),
        Text("braces of a message", "message: \"" + string.Concat(Enumerable.Repeat("{", Many)) + "\"\nfix: \"" + string.Concat(Enumerable.Repeat("{a}", Many)) + "\"\n"),
        Text("steps of a path", "cases:\n- { set: { \"" + string.Join('.', Enumerable.Repeat("a", Many)) + "\": x } }\n"),
        ("more than is read", new byte[2 * 1024 * 1024]),
    ];

    private static (string Name, byte[] Content) Text(string name, string text) => (name, Encoding.UTF8.GetBytes(text));
}
