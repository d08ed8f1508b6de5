using Xunit.Abstractions;

namespace Compliance.Cel.Tests.Conformance;

/// <summary>Every vector beside the checkout is one row: the official suite's, and those authored for the subset.</summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private const string Missing = "(file is missing)";

    public static IEnumerable<object[]> SubsetRows => Shared.Rows(VectorFile.SubsetPath, _ => VectorFile.Subset.Keys.Select(key => new object[] { key }), Missing);

    public static IEnumerable<object[]> ExtraRows => Shared.Rows(VectorFile.ExtraPath, _ => VectorFile.Extra.Keys.Select(key => new object[] { key }), Missing);

    [SkippableTheory]
    [MemberData(nameof(SubsetRows))]
    public void Official_vector_gives_what_the_specification_says(string key)
    {
        Shared.Require(VectorFile.SubsetPath);
        var vector = VectorFile.Subset[key];
        VectorJudge.Judge(vector).Should().BeNull("of {0}", vector.Expression);
    }

    [SkippableTheory]
    [MemberData(nameof(ExtraRows))]
    public void Authored_vector_gives_what_was_recorded(string key)
    {
        Shared.Require(VectorFile.ExtraPath);
        var vector = VectorFile.Extra[key];
        VectorJudge.Judge(vector).Should().BeNull("of {0}", vector.Expression);
    }

    [SkippableFact]
    public void Most_official_vectors_are_evaluated_and_not_refused()
    {
        Shared.Require(VectorFile.SubsetPath);
        var inside = VectorFile.Subset.Vectors.Count(vector => !VectorJudge.IsOutside(vector));
        output.WriteLine($"cel-subset.json: {inside} evaluated, {VectorFile.Subset.Vectors.Count - inside} of other tiers");
        inside.Should().BePositive();
    }

    [SkippableFact]
    public void Most_authored_vectors_are_evaluated_and_not_refused()
    {
        Shared.Require(VectorFile.ExtraPath);
        var inside = VectorFile.Extra.Vectors.Count(vector => !VectorJudge.IsOutside(vector));
        output.WriteLine($"cel-extra.json: {inside} judged as part of the subset, {VectorFile.Extra.Vectors.Count - inside} of other tiers");
        inside.Should().BePositive();
    }
}
