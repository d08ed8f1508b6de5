using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>Applies what a policy says about single rules: another severity, or that they are off. Both stay visible in every report.</summary>
internal static class RuleSettings
{
    /// <summary>Reports what is wrong with the settings.</summary>
    /// <param name="rules">all of them, also those that did not compile</param>
    /// <param name="ids">of all rules, also of those that cannot be read</param>
    /// <returns>the settings that count, by rule</returns>
    public static IReadOnlyDictionary<string, RuleSetting> Check(
        ImmutableArray<RuleSetting> settings, ImmutableArray<RuleHeading> rules, IReadOnlyList<string> ids, ProblemList problems)
    {
        var first = new Dictionary<string, RuleSetting>(StringComparer.Ordinal);
        foreach (var setting in settings)
        {
            if (!ids.Contains(setting.Rule.Value, StringComparer.Ordinal))
            {
                RuleNames.ReportUnknown(setting.Rule, ids, problems);
            }
            else if (!first.TryAdd(setting.Rule.Value, setting))
            {
                problems.Add(
                    ProblemCodes.DuplicateRuleSetting,
                    setting.Rule.Place,
                    $"{setting.Rule.Value} is already set in line {first[setting.Rule.Value].Rule.Place.Line}",
                    "Keep one of the two.");
            }
        }

        foreach (var rule in rules)
        {
            if (first.TryGetValue(rule.Id, out var setting))
            {
                Check(setting, rule, problems);
            }
        }

        return first;
    }

    /// <param name="settings">by rule</param>
    public static RuleSet Apply(IReadOnlyDictionary<string, RuleSetting> settings, RuleSet rules)
    {
        var set = rules.Rules.Select(rule => (Rule: rule, Setting: settings.GetValueOrDefault(rule.Id))).ToList();
        return rules with
        {
            Rules = [.. set.Where(pair => pair.Setting is not { IsOff: true }).Select(pair => With(pair.Rule, pair.Setting))],
            Disabled = [.. set.Where(pair => pair.Setting is { IsOff: true }).Select(pair => new DisabledRule(pair.Rule, pair.Setting!.Reason.Value, pair.Setting.Place))],
        };
    }

    private static Rule With(Rule rule, RuleSetting? setting) => setting?.Severity is not { } severity
        ? rule
        : rule with { Severity = severity.Value, Override = new RuleOverride(rule.Severity, setting.Reason.Value, setting.Place) };

    private static void Check(RuleSetting setting, RuleHeading rule, ProblemList problems)
    {
        var isWeaker = setting.IsOff || setting.Severity is { } weight && weight.Value < rule.Severity;
        if (isWeaker && !rule.IsWaivable)
        {
            problems.Add(
                ProblemCodes.RuleCannotBeWeakened,
                setting.Rule.Place,
                $"{rule.Id} may neither be waived nor weakened",
                "Mend what it finds, or remove the setting.");
        }

        if (setting is { IsOff: true, Severity: { } unused })
        {
            problems.Add(ProblemCodes.SettingWithoutEffect, unused.Place, $"{rule.Id} is off, so its severity counts for nothing", "Remove the severity.");
        }

        if (!setting.IsOff && (setting.Severity is null || setting.Severity.Value.Value == rule.Severity))
        {
            problems.Add(
                ProblemCodes.SettingWithoutEffect,
                setting.Place,
                $"this changes nothing: {rule.Id} is on, with severity {rule.Severity.ToString().ToLowerInvariant()}, anyway",
                "Remove it.");
        }
    }
}
