using System.Collections.Frozen;

namespace Compliance.Core.Facts.Notifications;

/// <summary>A <c>match-severity</c> statement: a list of alternatives (proxmox-notify <c>matcher.rs:SeverityMatcher</c>).</summary>
public sealed class SeverityMatch
{
    private static readonly FrozenSet<string> Known = new[] { "info", "notice", "warning", "error", "unknown" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly string[] severities;

    private SeverityMatch(string[] severities) => this.severities = severities;

    /// <summary>Reads a statement; null when Proxmox would refuse it.</summary>
    public static SeverityMatch? Parse(string statement)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var severities = statement.Split(',').Select(s => s.Trim()).ToArray();
        return severities.All(Known.Contains) ? new SeverityMatch(severities) : null;
    }

    public bool Matches(string severity) => severities.Contains(severity, StringComparer.Ordinal);
}
