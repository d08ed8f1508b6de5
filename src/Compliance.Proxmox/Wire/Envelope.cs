using System.Text.Json;

namespace Compliance.Proxmox;

/// <summary>What a successful answer holds.</summary>
/// <param name="Total">number of rows there are; only tasks and logs tell, and only when it is not zero</param>
internal readonly record struct Envelope(JsonElement Data, int? Total)
{
    public static Envelope Of(JsonDocument document)
    {
        var root = new WireRow(document.RootElement);

        // A missing "data" is not an empty list.
        return new Envelope(root.Required("data"), root.OptionalInt("total"));
    }

    /// <summary>The first line of an error answer's message, or null when it has none.</summary>
    public static string? MessageOf(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            var answer = new WireRow(document.RootElement);
            var message = FirstLine(answer.OptionalText("message"));
            return answer.TryFind("errors", out var errors) && errors.ValueKind == JsonValueKind.Object
                ? string.Join("; ", new[] { message }.Concat(errors.EnumerateObject().Select(e => $"{e.Name}: {FirstLine(WireValue.Text(e.Value))}")))
                : message;
        }
        catch (Exception e) when (e is JsonException or WireException)
        {
            return null;
        }
    }

    private static string? FirstLine(string? text)
        => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
