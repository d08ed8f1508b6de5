using System.Collections.Immutable;

namespace Compliance.Reporting.Tests;

/// <summary>Hundreds of guests or thousands, 36 rules, a finding for every third verdict: 3600 findings of 300 guests.</summary>
internal static class LargeSample
{
    private const int Rules = 36;

    private static readonly ImmutableArray<string> Controls = [.. Enumerable.Range(0, 9).Select(family => $"Control {family}")];

    public static Assessment Assessment { get; } = Of(300);

    public static Assessment Of(int guests) => RichSample.Assessment with
    {
        Summary = new AssessmentSummary(Rules, guests, guests * Rules * 2 / 3, guests * Rules / 3, 0, 0, 0),
        Findings = [.. Enumerable.Range(0, Rules).SelectMany(rule => Enumerable.Range(0, guests / 3).Select(guest => Finding(rule, guest)))],
        Timelines = [.. Enumerable.Range(0, guests).Select(guest => PictureSample.Timeline($"qemu/{guest}", $"guest-{guest}", guest % 4, Days(guest), guest % 3 == 0 ? [70, 84] : []))],
        Matrix = new Matrix(
            Controls,
            [.. Enumerable.Range(0, 4).Select(tier => Sample.Row(tier, $"Tier {tier}", guests / 4, [.. Controls.Select(_ => (200, 100, 0))]))]),
        Rules =
        [
            .. Enumerable.Range(0, Rules).Select(rule => new RuleSummary(
                Id(rule), "some-fault", "What must hold", "Because it matters.", Severity.Error, ["RB-40"], Controls[rule / 4], 200, 100, 0, 0)),
        ],
        Lineage = LineageSample.Large(guests),
        Appendix =
        [
            new AppendixTable(
                "Guests",
                ["Guest", "Name", "Tier", "Node", "Jobs"],
                [.. Enumerable.Range(0, guests).Select(guest => (ImmutableArray<string>)[$"qemu/{guest}", $"guest-{guest}", $"{guest % 4}", "pve1", "daily-core"])]),
        ],
    };

    // Every third is restless; the others are pruned in steps, as most guests are.
    private static string Days(int guest) => guest % 3 == 0
        ? new string('?', 20) + string.Concat(Enumerable.Repeat("rrrrrrP", 9)).Remove(guest % 63, 1).Insert(guest % 63, "M") + "PMPPgMP"
        : new string('?', 41) + string.Concat(Enumerable.Repeat("rrrrrrP", 6)) + "PPPPPPP";

    private static string Id(int rule) => $"BKP{(rule / 4 + 1) * 100 + rule % 4 + 1}";

    private static Finding Finding(int rule, int guest) => RichSample.Findings[0] with
    {
        Rule = Id(rule),
        Subject = Sample.Guest($"qemu/{guest}", $"guest-{guest}", guest % 4),
        Fingerprint = $"{rule:x8}{guest:x8}",
    };
}
