using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compliance.Proxmox;

/// <summary>A guest's configuration: ordinal order, and no key without a text.</summary>
internal sealed class ConfigConverter : JsonConverter<ImmutableSortedDictionary<string, string>>
{
    public override ImmutableSortedDictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("an object with texts is wanted");
        }

        var config = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                throw new JsonException($"the configuration key \"{key}\" has no text");
            }

            if (!config.TryAdd(key, reader.GetString()!))
            {
                throw new JsonException($"the configuration key \"{key}\" is there twice");
            }
        }

        return config.ToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in value)
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }
}
