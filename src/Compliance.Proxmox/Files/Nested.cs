using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compliance.Proxmox;

/// <summary>
/// A value inside a converter. Calls the type's converter itself: <c>JsonSerializer.Deserialize(ref reader)</c> would first skip over
/// the whole value to find its end, at each level again, and count lines from there.
/// </summary>
internal static class Nested<T>
{
    public static T? Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
        => Converter(options).Read(ref reader, typeof(T), options);

    public static void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        => Converter(options).Write(writer, value, options);

    private static JsonConverter<T> Converter(JsonSerializerOptions options)
        => (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
}
