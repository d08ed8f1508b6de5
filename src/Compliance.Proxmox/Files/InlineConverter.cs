using System.Collections.Immutable;
using System.Text.Json;

namespace Compliance.Proxmox;

/// <summary>Names and numbers: the whole list on one line.</summary>
internal sealed class InlineConverter<T> : RowsConverter<T>
{
    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
        => Compact.Write(writer, value, (line, rows) => base.Write(line, rows, options));
}
