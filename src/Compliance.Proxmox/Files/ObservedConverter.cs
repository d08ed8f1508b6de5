using System.Text.Json;
using System.Text.Json.Serialization;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>
/// Writes <c>{"value": …}</c> or <c>{"unreadable": {…}}</c>, and reads exactly one of the two: an empty object must not read as
/// "known to be null".
/// </summary>
internal sealed class ObservedConverter<T> : JsonConverter<Observed<T>>
{
    public override Observed<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("an object with \"value\" or \"unreadable\" is wanted");
        }

        Observed<T>? observed = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value");
            var isGap = reader.ValueTextEquals("unreadable");
            reader.Read();
            if (!isValue && !isGap)
            {
                reader.Skip();
                continue;
            }

            if (observed is not null)
            {
                throw new JsonException("either \"value\" or \"unreadable\" is wanted, once");
            }

            observed = isValue
                ? Observation.Known(ReadValue(ref reader, options)!)
                : Observation.Unreadable<T>(Nested<Gap>.Read(ref reader, options) ?? throw new JsonException("\"unreadable\" cannot be null"));
        }

        return observed ?? throw new JsonException("\"value\" or \"unreadable\" is missing");
    }

    public override void Write(Utf8JsonWriter writer, Observed<T> value, JsonSerializerOptions options)
    {
        if (IsScalar || !value.IsKnown)
        {
            Compact.Write(writer, value, (line, observed) => WriteMember(line, observed, options));
        }
        else
        {
            WriteMember(writer, value, options);
        }
    }

    private static bool IsScalar => typeof(T).IsPrimitive || MayBeNull;

    /// <summary>Only what the model calls nullable may be null, and the only reference that may be is a string.</summary>
    private static bool MayBeNull => typeof(T) == typeof(string) || Nullable.GetUnderlyingType(typeof(T)) is not null;

    private static void WriteMember(Utf8JsonWriter writer, Observed<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Unreadable is { } gap)
        {
            writer.WritePropertyName("unreadable");
            Nested<Gap>.Write(writer, gap, options);
        }
        else
        {
            writer.WritePropertyName("value");
            WriteValue(writer, value.Value, options);
        }

        writer.WriteEndObject();
    }

    private static T? ReadValue(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return MayBeNull ? default : throw new JsonException("\"value\" cannot be null here");
        }

        return Nested<T>.Read(ref reader, options);
    }

    private static void WriteValue(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            Nested<T>.Write(writer, value, options);
        }
    }
}
