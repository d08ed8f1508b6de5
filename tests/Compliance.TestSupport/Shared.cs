namespace Compliance.TestSupport;

/// <summary>
/// Conformance vectors and recordings lie beside the checkout, not in it. A clone without them skips the tests that need
/// them, by name; with <c>CI=true</c> a missing file fails, so that a gate can never turn green by losing its data.
/// </summary>
public static class Shared
{
    private static readonly string Folder = Repository.PathOf("../shared");

    private static bool InCi => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder of vectors: <c>COMPLIANCE_VECTORS</c>, or <c>../shared/vectors</c>.</summary>
    public static string Vectors => Environment.GetEnvironmentVariable("COMPLIANCE_VECTORS") is { Length: > 0 } given
        ? Path.GetFullPath(given)
        : Path.Combine(Folder, "vectors");

    /// <summary>The folder of output formats: schemas and examples of others.</summary>
    public static string Formats => Path.Combine(Folder, "formats");

    /// <summary>The folder of recorded answers of the real Proxmox API code.</summary>
    public static string Recordings => Path.Combine(Folder, "recordings");

    /// <summary>Skips the calling test (a <c>SkippableFact</c>) when the path is missing; fails instead under <c>CI=true</c>.</summary>
    public static string Require(string path)
    {
        if (!Path.Exists(path))
        {
            var message = $"{Path.GetFileName(path)} is not here: this test reads data that lies beside the checkout, in ../shared.";
            Assert.False(InCi, message);
            Skip.If(true, message);
        }

        return path;
    }

    /// <summary>
    /// Rows for a theory over a data file. A missing file gives the single row <paramref name="whenMissing"/>, whose test
    /// calls <see cref="Require"/> and so is skipped by name, or fails in CI. Files may be missing from a folder that
    /// <c>COMPLIANCE_VECTORS</c> names.
    /// </summary>
    public static IEnumerable<object[]> Rows(string path, Func<string, IEnumerable<object[]>> read, params object[] whenMissing)
        => File.Exists(path) ? read(path) : [whenMissing];
}
