using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Compliance.Reporting;

/// <summary>Writes a JSON document that is pleasant to read and cannot deceive whoever prints it.</summary>
internal static class JsonDocumentWriter
{
    // The relaxed encoder leaves quotes and letters readable. It is unfit for a page, and no report puts this document into one.
    private static readonly JsonWriterOptions Writing = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream output, Action<Utf8JsonWriter> document)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var json = new Utf8JsonWriter(buffer, Writing))
        {
            document(json);
        }

        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        WriteSpelled(writer, Encoding.UTF8.GetString(buffer.WrittenSpan));
        writer.Write('\n');
    }

    // The encoder passes bidirectional overrides and zero-width characters through. They stand inside strings only, so each
    // can be spelled as an escape: the value stays what it was, and a terminal that prints the document is not deceived.
    private static void WriteSpelled(StreamWriter writer, string document)
    {
        var written = 0;
        for (var at = 0; at < document.Length; at++)
        {
            if (document[at] < 0x7F || !Rune.TryCreate(document[at], out var rune) || !UntrustedText.IsDeceptive(rune))
            {
                continue;
            }

            writer.Write(document.AsSpan(written, at - written));
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"\\u{(int)document[at]:X4}"));
            written = at + 1;
        }

        writer.Write(document.AsSpan(written));
    }
}
