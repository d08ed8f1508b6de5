using System.Text.RegularExpressions;

namespace Compliance.Core.Facts.Notifications;

/// <summary>
/// A <c>match-field</c> statement: <c>exact:NAME=a,b</c> or <c>regex:NAME=RE</c> (proxmox-notify <c>matcher.rs:FieldMatcher</c>).
/// </summary>
public sealed partial class FieldMatch
{
    private readonly string field;
    private readonly string[] values;
    private readonly FieldPattern? pattern;

    private FieldMatch(string field, string[] values, FieldPattern? pattern)
    {
        this.field = field;
        this.values = values;
        this.pattern = pattern;
    }

    /// <summary>Reads a statement; null when Proxmox would refuse it. The form without a prefix is refused, too.</summary>
    public static FieldMatch? Parse(string statement)
    {
        var parts = Statement().Match(statement);
        if (!parts.Success)
        {
            return null;
        }

        var (field, value) = (parts.Groups[2].Value, parts.Groups[3].Value);
        if (parts.Groups[1].ValueSpan is "exact")
        {
            return new FieldMatch(field, [.. value.Split(',').Select(v => v.Trim())], pattern: null);
        }

        var pattern = new FieldPattern(value);
        return pattern.IsInvalid ? null : new FieldMatch(field, [], pattern);
    }

    /// <summary>Whether an event has a matching field; one it does not have never matches.</summary>
    public MatchResult Matches(NotificationEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return !happened.Fields.TryGetValue(field, out var value) ? MatchResult.Of(false)
            : pattern is not null ? pattern.Matches(value)
            : MatchResult.Of(values.Contains(value, StringComparer.Ordinal));
    }

    // The name is proxmox-schema's SAFE_ID_REGEX; "." is no line break there either.
    [GeneratedRegex(@"\A(exact|regex):([A-Za-z0-9_][A-Za-z0-9._\-]*)=([^\n]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}
