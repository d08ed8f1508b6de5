using System.Text;
using Compliance.Core.Model;

namespace Compliance.Policies.Tests.Fuzzing;

/// <summary>What holds of every run of <c>lint</c>, whatever the files are.</summary>
internal static class LintOracle
{
    private static readonly HashSet<string> Codes = [.. ProblemCodes.All.Select(code => code.Code)];

    /// <summary>Lints twice; gives the problems when all holds.</summary>
    public static IReadOnlyList<Problem> Check(MemoryFiles files)
    {
        var (first, second) = (CaseFiles.Read(files), CaseFiles.Read(files));
        foreach (var problem in first.Policy.Problems)
        {
            Codes.Should().Contain(problem.Code);
            IsInside(problem.Place, first.Policy.Sources).Should().BeTrue("{0} is a place of its file", problem);
            problem.Message.Should().NotBeNullOrWhiteSpace();
        }

        Output(first).Should().Be(Output(second));
        // What would be exit code 0 has a policy to show for it.
        (first.Policy.Repository is null).Should().Be(first.Policy.HasErrors);
        return first.Policy.Problems;
    }

    private static bool IsInside(Place place, IReadOnlyDictionary<string, string> sources)
    {
        if (place.Line < 1 || place.Column < 1 || (place.EndLine, place.EndColumn).CompareTo((place.Line, place.Column)) < 0)
        {
            return false;
        }

        // A file that could not be read has no text to point at.
        return !sources.TryGetValue(place.File, out var text) || IsColumn(text, place.Line, place.Column) && IsColumn(text, place.EndLine, place.EndColumn);
    }

    private static bool IsColumn(string text, int line, int column)
    {
        var lines = text.Split('\n');
        return line <= lines.Length && column <= lines[line - 1].Length + 1;
    }

    private static string Output(CaseFiles lint)
    {
        using var json = new MemoryStream();
        ProblemJson.Write(lint.Policy.Problems, lint.Policy.Suppressed, json);
        return ProblemText.Render(lint.Policy.Problems, lint.Policy.Sources) + Encoding.UTF8.GetString(json.ToArray());
    }
}
