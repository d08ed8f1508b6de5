using System.Collections.Immutable;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>What is wrong with waivers on every day, whatever the estate looks like.</summary>
internal sealed class WaiverChecks(Policy? policy, ImmutableArray<RuleSource> ownRules, IReadOnlyList<string> ruleIds, ProblemList problems)
{
    private readonly Dictionary<(string Rule, string Subject), Placed<string>> first = [];

    public void Run(ImmutableArray<Waiver> waivers)
    {
        foreach (var waiver in waivers)
        {
            CheckRule(waiver);
            CheckSubjects(waiver);
            CheckDays(waiver);
        }

        if (policy is not null)
        {
            foreach (var ofOneRule in waivers.GroupBy(waiver => waiver.Rule.Value, StringComparer.Ordinal))
            {
                WaiverCrowd.Check([.. ofOneRule], policy.Waivers.PerRule, problems);
            }
        }
    }

    private void CheckRule(Waiver waiver)
    {
        var rule = waiver.Rule;
        if (!ruleIds.Contains(rule.Value, StringComparer.Ordinal))
        {
            RuleNames.ReportUnknown(rule, ruleIds, problems);
        }
        else if (!IsWaivable(rule.Value))
        {
            problems.Add(ProblemCodes.RuleNotWaivable, rule.Place, $"{rule.Value} may not be waived", $"Mend what it finds: pve-compliance explain {rule.Value} says how.");
        }
        else if (policy?.Rules.FirstOrDefault(setting => setting.IsOff && setting.Rule.Value == rule.Value) is { } off)
        {
            problems.Add(
                ProblemCodes.WaiverWithoutEffect,
                rule.Place,
                $"the policy turns {rule.Value} off (line {off.Place.Line}), so there is nothing to waive",
                "Remove the waiver, or the setting: a waiver says more, and ends.");
        }
    }

    private bool IsWaivable(string id) => BuiltInRules.Headings.All(rule => rule.Id != id || rule.IsWaivable)
        && ownRules.All(rule => rule.Id.Value != id || rule.IsWaivable.Value);

    private void CheckSubjects(Waiver waiver)
    {
        foreach (var subject in waiver.Subjects)
        {
            if (subject.Value.All(character => character is '*' or '?' or '/'))
            {
                problems.Add(
                    ProblemCodes.WaiverOfEverything,
                    subject.Place,
                    $"{Words.Quoted(subject.Value)} waives {waiver.Rule.Value} for whatever there is, and for what comes later",
                    "Name subjects, such as qemu/101 or storage/local-*; a rule that does not fit at all is set in the policy, under rules.");
            }
            else if (!first.TryAdd((waiver.Rule.Value, subject.Value), subject))
            {
                problems.Add(
                    ProblemCodes.DuplicateWaiver,
                    subject.Place,
                    $"{waiver.Rule.Value} is already waived for {Words.Quoted(subject.Value)} in line {first[(waiver.Rule.Value, subject.Value)].Place.Line}",
                    "Keep one of the two.");
            }
        }
    }

    private void CheckDays(Waiver waiver)
    {
        var days = waiver.Expires.Value.DayNumber - waiver.Made.Value.DayNumber;
        if (days < 0)
        {
            problems.Add(
                ProblemCodes.WaiverEndsBeforeItBegins,
                waiver.Expires.Place,
                $"the waiver expires on {waiver.Expires.Value:yyyy-MM-dd}, before it is made",
                "Is it the right year?");
        }
        else if (policy is not null && days > policy.Waivers.Days)
        {
            problems.Add(
                ProblemCodes.WaiverTooLong,
                waiver.Expires.Place,
                $"the waiver lasts {days} days, and the policy allows {policy.Waivers.Days}",
                $"Write {waiver.Made.Value.AddDays(policy.Waivers.Days):yyyy-MM-dd} or earlier, and decide again then.");
        }
    }
}
