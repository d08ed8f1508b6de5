using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compliance.Proxmox;

/// <summary>An instant in UTC, to the second: <c>2026-11-22T01:00:02Z</c>.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => reader.TokenType == JsonTokenType.String && reader.TryGetDateTimeOffset(out var instant) && EndsWithZ(ref reader)
            ? instant
            : throw new JsonException("an instant in UTC such as 2026-11-22T01:00:02Z is wanted");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[20];
        value.UtcDateTime.TryFormat(text, out var length, Form, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    // Without a zone the reader's own would be assumed.
    private static bool EndsWithZ(ref Utf8JsonReader reader) => reader.ValueSpan is [.., (byte)'Z'];
}
