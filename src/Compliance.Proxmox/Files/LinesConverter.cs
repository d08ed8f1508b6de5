using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace Compliance.Proxmox;

/// <summary>Rows that are small and many, one to a line: five thousand backups are then five thousand lines, and a diff names each.</summary>
internal sealed class LinesConverter<T> : RowsConverter<T>
{
    protected override void WriteRows(Utf8JsonWriter writer, ImmutableArray<T> rows, JsonSerializerOptions options)
    {
        var line = new ArrayBufferWriter<byte>(512);
        using var compact = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = options.Encoder, SkipValidation = true });
        foreach (var row in rows)
        {
            line.ResetWrittenCount();
            compact.Reset(line);
            Nested<T>.Write(compact, row, options);
            compact.Flush();
            writer.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
        }
    }
}
