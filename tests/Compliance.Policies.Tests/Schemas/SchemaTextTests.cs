using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace Compliance.Policies.Tests.Schemas;

/// <summary>How the published schemas are written.</summary>
public class SchemaTextTests
{
    /// <summary>NJsonSchema 11 ignores const, if, contains, dependentRequired and others in silence; what it enforces is listed here.</summary>
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "$schema", "title", "description", "examples", "type", "properties", "required", "additionalProperties", "minProperties", "items",
        "minItems", "uniqueItems", "enum", "pattern", "minimum", "maximum", "anyOf", "allOf", "$ref", "definitions",
    };

    private static readonly string[] KnownPatterns =
    [
        Patterns.Text, Patterns.PolicyName, Patterns.Slug, Patterns.RepositoryPath, Patterns.StorageId, Patterns.Tag, Patterns.Pool, Patterns.GuestName,
        Patterns.NameGlob, Patterns.JobGlob, Patterns.HostPath, Patterns.PbsAddress, Patterns.Datastore, Patterns.PbsNamespace, Patterns.PxarName, Patterns.HostDirectory, Patterns.CertificateFingerprint, Patterns.Filesystem, Patterns.Duration, Patterns.Principal, Patterns.Email,
        Patterns.RuleId, Patterns.SubjectGlob, Patterns.Fingerprint, Patterns.ClauseId, Patterns.ProblemCode, Patterns.InventoryName, Patterns.Moment, Patterns.DocumentPath,
        Patterns.GuestId, Patterns.VolumeId, Patterns.LogsOf, Patterns.Day, Patterns.ChangeId, Patterns.ChangeSubject,
        Patterns.MailAddress, Patterns.WebhookAddress, Patterns.EnvironmentVariable,
        Patterns.TargetName, Patterns.ClusterAddress, Patterns.FilePath,
    ];

    private static readonly string[] Written =
    [
        "schemas/policy.schema.json", "schemas/rule.schema.json", "schemas/cases.schema.json", "schemas/evidence.schema.json", "schemas/waivers.schema.json",
        "schemas/baseline.schema.json", "schemas/changes.schema.json", "schemas/notifications.schema.json",
        "schemas/targets.schema.json",
    ];

    public static TheoryData<string> Files => [.. Written];

    [Theory]
    [MemberData(nameof(Files))]
    public void Only_keywords_that_the_oracle_enforces_are_used(string file)
    {
        foreach (var schema in Schemas(Read(file)))
        {
            schema.Properties().Select(keyword => keyword.Name).Should().BeSubsetOf(Keywords, "{0} {1}", file, schema.Path);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_property_has_a_description_and_examples(string file)
    {
        foreach (var property in Properties(Read(file)))
        {
            ((string?)property["description"]).Should().EndWith(".", "{0} describes itself", property.Path);
            property["examples"].Should().NotBeNullOrEmpty("{0} has examples", property.Path);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_example_is_valid(string file)
    {
        var root = Read(file);
        foreach (var property in Properties(root))
        {
            var standalone = (JObject)property.DeepClone();
            standalone["definitions"] = root["definitions"]?.DeepClone();
            var schema = await JsonSchema.FromJsonAsync(standalone.ToString());
            foreach (var example in property["examples"]!)
            {
                schema.Validate(example).Should().BeEmpty("{0} is an example of {1}", example, property.Path);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_mapping_is_closed(string file)
    {
        foreach (var schema in Schemas(Read(file)).Where(schema => schema["properties"] is not null && (string?)schema["type"] == "object"))
        {
            ((bool?)schema["additionalProperties"]).Should().BeFalse("{0} takes no other keys", schema.Path);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_pattern_is_one_of_the_loaders(string file)
    {
        var patterns = Schemas(Read(file)).Select(schema => (string?)schema["pattern"]).OfType<string>();

        patterns.Should().NotBeEmpty().And.BeSubsetOf(KnownPatterns);
    }

    [Fact]
    public void Every_pattern_of_the_loader_is_in_a_schema()
    {
        var patterns = Written.SelectMany(file => Schemas(Read(file))).Select(schema => (string?)schema["pattern"]).OfType<string>();

        KnownPatterns.Should().BeSubsetOf(patterns);
    }

    private static JObject Read(string file) => JObject.Parse(Repository.Read(file));

    /// <summary>The schema and all schemas in it.</summary>
    private static IEnumerable<JObject> Schemas(JObject schema)
    {
        yield return schema;
        var named = new[] { "properties", "definitions" }.Select(key => schema[key]).OfType<JObject>().SelectMany(map => map.PropertyValues());
        var listed = new[] { "anyOf", "allOf" }.Select(key => schema[key]).OfType<JArray>().SelectMany(list => list);
        foreach (var inner in named.Concat(listed).Append(schema["items"]).OfType<JObject>().SelectMany(Schemas))
        {
            yield return inner;
        }
    }

    /// <summary>Every setting a person can write; a property that only narrows one in a branch of anyOf is not a setting.</summary>
    private static IEnumerable<JObject> Properties(JObject root) =>
        Schemas(root).Where(schema => !schema.Path.Contains("anyOf", StringComparison.Ordinal))
            .Select(schema => schema["properties"]).OfType<JObject>().SelectMany(map => map.PropertyValues()).Cast<JObject>();
}
