namespace Compliance.Core.Model;

/// <summary>A finding as a history keeps it: its texts as the reports had them, nothing else of what was collected.</summary>
public sealed record HistoryFinding
{
    /// <summary>The finding's, which outlives rewording; see <see cref="Finding.Fingerprint"/>.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Such as <c>BKP104</c>.</summary>
    public required string Rule { get; init; }

    public required Subject Subject { get; init; }

    /// <summary><see cref="Model.Verdict.Fail"/> or <see cref="Model.Verdict.Unknown"/>.</summary>
    public required Verdict Verdict { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>Untrusted text, as <see cref="Expected"/> and <see cref="Actual"/>.</summary>
    public required string Message { get; init; }

    public string? Expected { get; init; }

    public string? Actual { get; init; }

    public LivePlace? Live { get; init; }

    /// <summary>Where the policy asked for it then; a point, because the end of it helps nobody later.</summary>
    public Place? Policy { get; init; }

    /// <summary>The last day of its waiver; null when nobody accepted it.</summary>
    public DateOnly? WaivedUntil { get; init; }

    public static HistoryFinding Of(Finding finding) => new()
    {
        Fingerprint = finding.Fingerprint,
        Rule = finding.Rule,
        Subject = finding.Subject,
        Verdict = finding.Verdict,
        Severity = finding.Severity,
        Message = finding.Message,
        Expected = finding.Expected,
        Actual = finding.Actual,
        Live = finding.Live,
        Policy = finding.Policy is { } place ? place with { EndLine = place.Line, EndColumn = place.Column } : null,
        WaivedUntil = finding.Waiver?.Expires.Value,
    };
}
