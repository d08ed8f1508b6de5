using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What of a rule others refer to or change: all of it that can be told before anything is compiled.</summary>
internal sealed record RuleHeading(string Id, string Fault, Severity Severity, bool IsWaivable)
{
    public static RuleHeading Of(RuleSource rule) => new(rule.Id.Value, rule.Fault.Value, rule.Severity.Value, rule.IsWaivable.Value);

    /// <summary>
    /// Of a file of ours, without a YAML parser: what is looked for stands at the start of a line, plain. lint needs no more of the rules
    /// that ship, and a test holds that the parser reads the same.
    /// </summary>
    /// <exception cref="InvalidDataException">it is not written so: a bug of this program</exception>
    public static RuleHeading OfBuiltIn(string text)
    {
        string? id = null, fault = null, severity = null;
        var isWaivable = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            id ??= Value(line, "id: ");
            fault ??= Value(line, "fault: ");
            severity ??= Value(line, "severity: ");
            isWaivable &= Value(line, "waivable: ") is not "false";
        }

        return id is not null && fault is not null && Enum.TryParse<Severity>(severity, ignoreCase: true, out var weight)
            ? new RuleHeading(id, fault, weight, isWaivable)
            : throw new InvalidDataException($"A built-in rule has no plain heading: {text}");
    }

    private static string? Value(ReadOnlySpan<char> line, string key)
        => line.StartsWith(key, StringComparison.Ordinal) ? line[key.Length..].Trim().ToString() : null;
}
