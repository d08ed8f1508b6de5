namespace Compliance.Policies;

/// <summary>The published schema of <c>policy.yaml</c>, which the program carries with it: editors need it where no network is.</summary>
public static class PolicySchema
{
    private const string Resource = "schemas/policy.schema.json";

    public static byte[] Read()
    {
        using var stream = typeof(PolicySchema).Assembly.GetManifestResourceStream(Resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
