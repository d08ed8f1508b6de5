using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compliance.Proxmox;

/// <summary>Rows of a list, none of them null.</summary>
internal class RowsConverter<T> : JsonConverter<ImmutableArray<T>>
{
    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("a list is wanted");
        }

        var rows = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
            {
                throw new JsonException("a row cannot be null");
            }

            rows.Add(Nested<T>.Read(ref reader, options)!);
        }

        return rows.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var row in value)
        {
            Nested<T>.Write(writer, row, options);
        }

        writer.WriteEndArray();
    }
}
