using System.Text.Json;
using System.Text.Json.Serialization;
using Compliance.Core.Model;

namespace Compliance.Proxmox;

/// <summary>Why something is unreadable. The same gap stands on many rows of a file: it is kept once.</summary>
internal sealed class GapConverter : JsonConverter<Gap>
{
    private Gap? _last;

    public override Gap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        string? endpoint = null, reason = null, needs = null;
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("an object with \"endpoint\" and \"reason\" is wanted");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (isEndpoint, isReason, isNeeds) =
                (reader.ValueTextEquals("endpoint"), reader.ValueTextEquals("reason"), reader.ValueTextEquals("needs"));
            reader.Read();
            if (isEndpoint)
            {
                endpoint = Text(ref reader, _last?.Endpoint);
            }
            else if (isReason)
            {
                reason = Text(ref reader, _last?.Reason);
            }
            else if (isNeeds)
            {
                needs = reader.TokenType == JsonTokenType.Null ? null : Text(ref reader, _last?.Needs);
            }
            else
            {
                reader.Skip();
            }
        }

        if (endpoint is null || reason is null)
        {
            throw new JsonException("\"endpoint\" or \"reason\" is missing");
        }

        if (_last is null || _last.Endpoint != endpoint || _last.Reason != reason || _last.Needs != needs)
        {
            _last = new Gap(endpoint, reason, needs);
        }

        return _last;
    }

    public override void Write(Utf8JsonWriter writer, Gap value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("endpoint", value.Endpoint);
        writer.WriteString("reason", value.Reason);
        if (value.Needs is not null)
        {
            writer.WriteString("needs", value.Needs);
        }

        writer.WriteEndObject();
    }

    private static string Text(ref Utf8JsonReader reader, string? last) => reader.TokenType != JsonTokenType.String
        ? throw new JsonException("a text is wanted")
        : last is not null && reader.ValueTextEquals(last) ? last : reader.GetString()!;
}
