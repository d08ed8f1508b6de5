using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>The parts of a rule that decided, on one line.</summary>
internal static class ReasonText
{
    /// <summary><c>guest.keepDaily = 3, guest.tier.keepDaily = 7</c>; empty when there is nothing to add.</summary>
    public static string Of(Finding finding)
        => UntrustedText.Shortened(string.Join(", ", finding.Because.Select(reason => OneLine.Of(reason.ToString()))), Limits.Value);
}
