using System.Text;
using CsCheck;

namespace Compliance.Policies.Tests.Fuzzing;

/// <summary>Ways to damage a file: whole words that mean something to one of the parsers, pieces moved about, and bytes.</summary>
internal static class Edits
{
    private static readonly byte[][] Words =
    [
        .. new[]
        {
            "\0", "\t", "\r", "\r\n", "\n", "\n\n", "\uFEFF", "\u0085", "\u2028", "\u200B", "\u001B[31m", "\u202E", "😀", "é", ":", ": ", " #", "#", "- ", "-", "? ", "|", ">", "|-", ">+", "|9", ">1-", "|0",
            "&a ", "*a", "*", "!!str ", "!<x> ", "!", "<<: ", "<<: *a", "%YAML 1.1\n", "%TAG ! x\n", "---\n", "...\n", "--- |", "[", "]", "{", "}", ",", "[[[[[[[[", "}}}}", "{{", "\"", "'", "''", "\\", "\"\\", "\"\\x", "\"\\u",
            "\"\\uD800\"", "\"\\U00110000\"", "\"\\U0001F600\"", "\"\\0\"", "~", "null", "yes", "012", "0x", "0x1f", "1_0", "+", "-", ".", "..", ".inf", "1e9999", "99999999999999999999999999", "-0", "0b", "0o", "2026-02-30",
            "9999-12-31", "0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "9999d9999h9999m", "{x}", "{", "}", "{{}}", "{job.id", "job.", "job[", "a ? b : c", "((((((((", "!!!!", "&&", "||", "has(", "\"\"\"", "in", "timestamp('", "duration(\"",
            "re.matches(", "'(a+)+$'", "x.all(y, ", "tiers[", "[id=", "[*]", "../", "/", "//", "*/*", "# ", "## ", "```", "~~~", "===", "---", "<!-- ", " -->", "<script>", "| a | b |", "# pve-compliance: allow POL305 x", "#pve-compliance:", "calendar: 22\n    ", "*-*-1/7", "lint: [{ code: POL305, reason: x }]\n", "rules", "cases", "policy", "tiers:", "  ", "                ",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF],
    ];

    private static readonly Gen<Func<byte[], byte[]>> One = Gen.Select(Gen.Int[0, 9], Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], Gen.Int[0, 40], Gen.Byte.Array[0, 8])
        .Select(of => (Func<byte[], byte[]>)(content => Apply(content, of.Item1, of.Item2, of.Item3, of.Item4, of.Item5)));

    /// <summary>One to five edits, one after the other.</summary>
    public static readonly Gen<Func<byte[], byte[]>> Some = One.Array[1, 5].Select(edits => (Func<byte[], byte[]>)(content => edits.Aggregate(content, (now, edit) => edit(now))));

    private static byte[] Apply(byte[] content, int kind, int where, int what, int length, byte[] bytes)
    {
        var at = where % (content.Length + 1);
        var end = Math.Min(at + length, content.Length);
        var other = what % (content.Length + 1);
        var word = Words[what % Words.Length];
        return kind switch
        {
            0 => [.. content[..at], .. word, .. content[at..]],
            1 => [.. content[..at], .. word, .. content[end..]],
            2 => [.. content[..at], .. content[end..]],
            3 => [.. content[..at], .. bytes, .. content[end..]],
            4 => [.. content[..at], .. content[Math.Min(at, other)..Math.Max(at, other)].Take(2000), .. content[at..]],
            5 => [.. content[..at], .. Enumerable.Repeat(word, length * length).SelectMany(repeated => repeated), .. content[at..]],
            6 => content[..at],
            7 => AtLineOf(content, at, [.. Enumerable.Repeat((byte)' ', length % 9)]),
            8 => AtLineOf(content, at, word),
            _ => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace("\n", (what % 3) switch { 0 => "\r\n", 1 => "\r", _ => "\n\r" }, StringComparison.Ordinal)),
        };
    }

    /// <summary>Puts bytes at the beginning of the line, where indentation is.</summary>
    private static byte[] AtLineOf(byte[] content, int at, byte[] inserted)
    {
        var start = Array.LastIndexOf(content, (byte)'\n', Math.Max(at - 1, 0), Math.Max(at, 0)) + 1;
        return content.Length == 0 ? inserted : [.. content[..start], .. inserted, .. content[start..]];
    }
}
