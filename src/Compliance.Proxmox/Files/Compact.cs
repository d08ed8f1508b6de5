using System.Buffers;
using System.Text.Json;

namespace Compliance.Proxmox;

/// <summary>
/// Writes small values on one line of an otherwise indented file, so that a person can read it and a diff names what changed.
/// </summary>
internal static class Compact
{
    public static void Write<T>(Utf8JsonWriter writer, T value, Action<Utf8JsonWriter, T> write)
    {
        if (!writer.Options.Indented)
        {
            write(writer, value);
            return;
        }

        var line = new ArrayBufferWriter<byte>(256);
        using var compact = new Utf8JsonWriter(line, new JsonWriterOptions { Encoder = writer.Options.Encoder });
        write(compact, value);
        compact.Flush();
        writer.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
    }
}
