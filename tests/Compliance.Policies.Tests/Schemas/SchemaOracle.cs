using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>What NJsonSchema says of a YAML document.</summary>
internal sealed class SchemaOracle
{
    private readonly JsonSchema _schema;

    private SchemaOracle(JsonSchema schema) => _schema = schema;

    /// <param name="file">relative to the root of the checkout</param>
    public static async Task<SchemaOracle> LoadAsync(string file) => new(await JsonSchema.FromJsonAsync(Repository.Read(file)));

    /// <summary>The lines of all errors, inner ones included; empty when the document is accepted.</summary>
    public SortedSet<int> ErrorLines(string yaml)
    {
        return [.. _schema.Validate(ReadJson(yaml)).SelectMany(Lines)];
    }

    /// <summary>The document as JSON, with the lines of the YAML.</summary>
    public static JToken ReadJson(string yaml)
    {
        using var reader = new YamlJsonReader(yaml);
        return JToken.Load(reader, new JsonLoadSettings { LineInfoHandling = LineInfoHandling.Load });
    }

    private static IEnumerable<int> Lines(ValidationError error) => error switch
    {
        ChildSchemaValidationError child => child.Errors.Values.SelectMany(inner => inner).SelectMany(Lines).Prepend(error.LineNumber),
        MultiTypeValidationError multi => multi.Errors.Values.SelectMany(inner => inner).SelectMany(Lines).Prepend(error.LineNumber),
        _ => [error.LineNumber],
    };
}
