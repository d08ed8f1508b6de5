using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Compliance.Proxmox;

/// <summary>Rows that are small and many, one to a line: five thousand backups are then five thousand lines.</summary>
internal sealed class LinesConverter<T> : RowsConverter<T>
{
    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
    {
        if (!writer.Options.Indented || value.IsEmpty)
        {
            base.Write(writer, value, options);
            return;
        }

        // The writer puts no line breaks between raw values, so the whole list is one, indented here as the writer would.
        var list = new ArrayBufferWriter<byte>(value.Length * 128);
        using var compact = new Utf8JsonWriter(list, new JsonWriterOptions { Encoder = writer.Options.Encoder });
        var before = (byte)'[';
        foreach (var row in value)
        {
            Append(list, before, writer.CurrentDepth + 1);
            compact.Reset();
            Nested<T>.Write(compact, row, options);
            compact.Flush();
            before = (byte)',';
        }

        Append(list, before: null, writer.CurrentDepth);
        list.Write("]"u8);
        writer.WriteRawValue(list.WrittenSpan, skipInputValidation: true);
    }

    private static void Append(ArrayBufferWriter<byte> list, byte? before, int depth)
    {
        if (before is { } first)
        {
            list.Write([first]);
        }

        list.Write("\n"u8);
        var indent = list.GetSpan(depth * 2)[..(depth * 2)];
        indent.Fill((byte)' ');
        list.Advance(indent.Length);
    }
}
