namespace Compliance.Core.Model;

/// <summary>How far waivers may go.</summary>
/// <param name="MaxDays">the most days from the first to the last one; null: <see cref="DefaultDays"/></param>
/// <param name="MaxFindings">the most findings one waiver may cover; null: <see cref="DefaultFindings"/></param>
/// <param name="MaxPerRule">the most waivers of one rule that may hold on one day; null: <see cref="DefaultPerRule"/></param>
public sealed record WaiverLimits(Placed<int>? MaxDays, Placed<int>? MaxFindings, Placed<int>? MaxPerRule)
{
    /// <summary>A year: what nobody looked at for so long is no decision any more.</summary>
    public const int DefaultDays = 365;

    /// <summary>Whoever waives more than this does not name faults, but switches a rule off.</summary>
    public const int DefaultFindings = 10;

    /// <summary>Who needs more than this for one rule has a rule that does not fit, and many small decisions instead of one.</summary>
    public const int DefaultPerRule = 10;

    /// <summary>The limits of a policy that sets none.</summary>
    public static WaiverLimits Default { get; } = new(null, null, null);

    public int Days => MaxDays?.Value ?? DefaultDays;

    public int Findings => MaxFindings?.Value ?? DefaultFindings;

    public int PerRule => MaxPerRule?.Value ?? DefaultPerRule;
}
