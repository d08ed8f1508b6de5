using System.Globalization;
using CsCheck;
using Xunit.Abstractions;

namespace Compliance.Policies.Tests.Fuzzing;

/// <summary>
/// No input makes <c>lint</c> crash: neither bytes nor valid files that were damaged. Looks elsewhere each time; a failure prints
/// its seed. <c>PVE_COMPLIANCE_FUZZ_SECONDS</c> makes it look longer.
/// </summary>
public class LintFuzzTests(ITestOutputHelper output)
{
    private static readonly int Seconds =
        int.TryParse(Environment.GetEnvironmentVariable("PVE_COMPLIANCE_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 15;

    private static readonly Gen<(string Name, byte[] Content)> File = Gen.Int[0, HomelabFiles.All.Count - 1].Select(index => HomelabFiles.All[index]);

    [Fact]
    public void Damaged_files_are_problems_at_a_place()
    {
        var (runs, faulty) = (0, 0);
        Gen.Select(File, Edits.Some).Sample(
            (file, edit) =>
            {
                var problems = LintOracle.Check(HomelabFiles.With(file.Name, edit(file.Content)));
                Interlocked.Increment(ref runs);
                _ = problems.Any(problem => problem.Severity == Compliance.Core.Model.Severity.Error) ? Interlocked.Increment(ref faulty) : 0;
            },
            time: Seconds,
            print: of => $"{of.Item1.Name}: {Convert.ToBase64String(of.Item2(of.Item1.Content))}");

        output.WriteLine($"{runs} damaged files, {faulty} with errors");
        faulty.Should().BeGreaterThan(runs / 4, "edits that nobody notices prove nothing");
    }

    [Fact]
    public void Bytes_are_problems_at_a_place() =>
        Gen.Select(File, Gen.Byte.Array[0, 400]).Sample(
            (file, bytes) => LintOracle.Check(HomelabFiles.With(file.Name, bytes)).Should().NotBeNull(),
            time: Math.Max(Seconds / 3, 1),
            print: of => $"{of.Item1.Name}: {Convert.ToBase64String(of.Item2)}");

    [Fact]
    public void Undamaged_files_have_no_errors()
    {
        var problems = LintOracle.Check(HomelabFiles.With("", []));

        problems.Where(problem => problem.Severity == Compliance.Core.Model.Severity.Error).Should().BeEmpty();
        problems.Should().NotContain(problem => problem.Code == ProblemCodes.SuppressionUnused.Code, "the suppression must be read");
    }
}
