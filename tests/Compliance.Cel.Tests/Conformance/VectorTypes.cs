namespace Compliance.Cel.Tests.Conformance;

/// <summary>The type notation of the vectors: <c>list(int)</c>, <c>map(string, list(int))</c>. Null for what the subset has not.</summary>
public static class VectorTypes
{
    public static CelType? Parse(string text)
    {
        text = text.Trim();
        if (text.StartsWith("list(", StringComparison.Ordinal))
        {
            return Parse(text[5..^1]) is { } element ? CelType.List(element) : null;
        }

        if (text.StartsWith("map(", StringComparison.Ordinal))
        {
            var comma = text.IndexOf(',', StringComparison.Ordinal);
            return Parse(text[4..comma]) is { } key && Parse(text[(comma + 1)..^1]) is { } value ? CelType.Map(key, value) : null;
        }

        return text switch
        {
            "null" or "null_type" => CelType.Null,
            "bool" => CelType.Bool,
            "int" => CelType.Int,
            "double" => CelType.Double,
            "string" => CelType.String,
            "duration" or "google.protobuf.Duration" => CelType.Duration,
            "timestamp" or "google.protobuf.Timestamp" => CelType.Timestamp,
            _ => null,
        };
    }
}
