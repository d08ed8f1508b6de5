using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Compliance.Policies;

/// <summary>A YAML value as JSON: plain scalars are what they look like, quoted ones are text.</summary>
internal static class YamlJson
{
    public static string Of(YamlNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(node, json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(YamlNode node, Utf8JsonWriter json)
    {
        switch (node)
        {
            case YamlMapping mapping:
                json.WriteStartObject();
                foreach (var entry in mapping.Entries)
                {
                    json.WritePropertyName(entry.Key.Value);
                    Write(entry.Value, json);
                }

                json.WriteEndObject();
                break;
            case YamlSequence sequence:
                json.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    Write(item, json);
                }

                json.WriteEndArray();
                break;
            case YamlScalar scalar:
                Write(scalar, json);
                break;
            default:
                json.WriteNullValue(); // broken, and reported
                break;
        }
    }

    private static void Write(YamlScalar scalar, Utf8JsonWriter json)
    {
        switch (scalar.Kind)
        {
            case ScalarKind.Null:
                json.WriteNullValue();
                break;
            case ScalarKind.Boolean:
                json.WriteBooleanValue(scalar.Value[0] is 't' or 'T');
                break;
            case ScalarKind.Integer:
                json.WriteRawValue(scalar.Value);
                break;
            default:
                json.WriteStringValue(scalar.Value);
                break;
        }
    }
}
