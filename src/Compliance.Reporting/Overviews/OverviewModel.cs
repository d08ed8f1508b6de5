using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>An overview arranged for people: what every readable format shows, in the order it shows it.</summary>
internal sealed record OverviewModel
{
    public required Overview Overview { get; init; }

    public required ImmutableArray<OverviewRow> Rows { get; init; }

    /// <summary>The worst of all, in capitals.</summary>
    public string Headline => Overview.Outcome switch
    {
        Outcome.Compliant when Overview.Targets.Any(target => target.Assessment?.Policy.IsWhatIf == true) => "WHAT IF: COMPLIANT",
        Outcome.Compliant when !Overview.NotAsked.IsEmpty => "COMPLIANT, AS FAR AS ASKED",
        Outcome.Compliant => "COMPLIANT",
        Outcome.Drift => "DRIFT",
        _ => "COULD NOT BE ASSESSED",
    };

    /// <summary>How many of which: the headline tells the worst only, and must not hide the rest.</summary>
    public string Sentence
    {
        get
        {
            int Of(Outcome outcome) => Overview.Targets.Count(target => target.Outcome == outcome);
            List<string> parts = [$"{Of(Outcome.Compliant)} of {Words.Count(Overview.Targets.Length, "cluster")} {(Of(Outcome.Compliant) == 1 ? "is" : "are")} compliant"];
            if (Of(Outcome.Drift) is > 0 and var drifted)
            {
                parts.Add($"{drifted} drifted");
            }

            if (Of(Outcome.Unknown) is > 0 and var unknown)
            {
                parts.Add($"{unknown} could not be assessed");
            }

            return $"{string.Join(", ", parts)}.";
        }
    }

    /// <summary>Who is in the file and was not asked; null when all were.</summary>
    public string? NotAsked => Overview.NotAsked.IsEmpty ? null
        : $"Not asked in this run (--target): {UntrustedText.Shortened(string.Join(", ", Overview.NotAsked), Limits.Message)}.";

    public static OverviewModel Of(Overview overview) => new()
    {
        Overview = overview,
        Rows = [.. overview.Targets.Select(target => OverviewRow.Of(target, overview.At))],
    };
}
