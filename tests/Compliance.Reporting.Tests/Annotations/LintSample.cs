using System.Collections.Immutable;

namespace Compliance.Reporting.Tests.Annotations;

/// <summary>Runs of lint made by hand.</summary>
internal static class LintSample
{
    private static readonly ImmutableArray<LintCode> Codes =
    [
        new("POL002", Severity.Error, "unreadable file", "The file is there but could not be read."),
        new("POL012", Severity.Error, "unknown key", "The key is not a setting of this place."),
        new("POL060", Severity.Warning, "file not read", "The file has a name that is not read."),
    ];

    public static LintRun Clean { get; } = new()
    {
        Problems = [],
        Files = new Dictionary<string, string> { ["policy.yaml"] = "name: x\n", ["rules/A.yaml"] = "id: A\n" },
        Codes = Codes,
        Sources = new SourceRoot("infra/backup policy", "policy.yaml"),
        At = Sample.AsOf,
    };

    /// <summary>Two alike on one line, one of a file that could not be read, a warning, and one at a point.</summary>
    public static LintRun Broken { get; } = Clean with
    {
        Files = new Dictionary<string, string> { ["policy.yaml"] = "a\n  keep-dialy: 1, keep-dayly: 2\n", ["rules/A.yaml"] = "id: A\n" },
        Problems =
        [
            new("POL002", Severity.Error, new Place("evidence/b.yaml", 1, 1, 1, 1), "could not read \"evidence/b.yaml\": denied", "Give the account the right to read it."),
            new("POL012", Severity.Error, new Place("policy.yaml", 2, 3, 2, 13), "\"keep-dialy\" is not a setting", "Did you mean \"keep-daily\"?")
            {
                Edit = new TextEdit(new Place("policy.yaml", 2, 3, 2, 13), "keep-daily"),
            },
            new("POL012", Severity.Error, new Place("policy.yaml", 2, 18, 2, 28), "\"keep-dayly\" is not a setting", "Did you mean \"keep-daily\"?"),
            new("POL060", Severity.Warning, new Place("rules/B.yml", 1, 1, 1, 1), "\"rules/B.yml\" is not read"),
        ],
    };

    public static LintRun Hostile { get; } = Clean with
    {
        Problems = [.. HostileSample.Names.Concat(Texts).Select((name, at) => new Problem("POL012", Severity.Error, new Place(name, at + 1, 2, at + 1, 3), name, name) { Edit = new TextEdit(new Place(name, at + 1, 2, at + 1, 3), name) })],
        Files = HostileSample.Names.Concat(Texts).ToDictionary(name => name, name => name, StringComparer.Ordinal),
    };

    /// <summary>What people could write to break out of these formats.</summary>
    public static ImmutableArray<string> Texts =>
    [
        "::error::owned", "x\n::error file=a::owned", "##[error]owned", "]]>", "&#0;", "50% a,b: c", "%0A", "[text](1)", "\u0000\u0001\uFFFE\uFFFF", "\uDC00low", "\"'\\", "{0}",
    ];

    public static string Render(string format, LintRun run)
    {
        using var stream = new MemoryStream();
        LintFormats.Write(format, run, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The hostile assessment, with these texts too.</summary>
    public static Assessment Assessment { get; } = HostileSample.Assessment with
    {
        Findings =
        [
            .. HostileSample.Assessment.Findings,
            .. Texts.Select((text, at) => HostileSample.Assessment.Findings[0] with
            {
                Rule = "BKP104",
                Subject = Sample.Guest($"qemu/{500 + at}{text}", text, 1),
                Message = text,
                Actual = text,
                Live = new LivePlace(text, text),
                Fingerprint = $"{500 + at:x16}",
            }),
        ],
    };
}
