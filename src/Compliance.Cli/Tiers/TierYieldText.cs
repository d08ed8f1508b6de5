using System.Globalization;
using Compliance.Core.Facts.Retentions;
using Compliance.Policies;
using Compliance.Reporting;

namespace Compliance.Cli;

/// <summary>What a tier's declaration yields, for a person.</summary>
internal static class TierYieldText
{
    private const string DayFormat = "yyyy-MM-dd";

    public static void Write(TierYield yield, TextWriter output)
    {
        var tier = yield.Tier;
        output.WriteLine(Invariant($"Tier {tier.Level}, {UntrustedText.Visible(tier.Title.Value)} ({tier.Place.File}:{tier.Place.Line})"));
        output.WriteLine(Invariant($"  schedule   {TierPlan.WordOf(tier.Schedule.Value)} (line {tier.Schedule.Place.Line})"));
        if (yield.Calendar is { } runs)
        {
            output.WriteLine(tier.Calendar is { } written
                ? Invariant($"  calendar   {UntrustedText.Visible(written.Value)} (line {written.Place.Line})")
                : Invariant($"  calendar   {runs.Schedule}, as Proxmox VE reads {TierPlan.WordOf(tier.Schedule.Value)}; the policy leaves the time open"));
        }

        output.WriteLine(Invariant($"  retention  {TierPlan.KeepOf(tier)} (line {tier.Retention.Place.Line})"));
        output.WriteLine();
        if (yield.Calendar is not { } calendar)
        {
            output.WriteLine("No schedule is demanded, so no restore point is promised on any day. Whoever makes a backup prunes by this retention then.");
        }
        else if (calendar.IsTooDense)
        {
            output.WriteLine(Invariant($"{calendar.Gaps.FiringsInYear} runs a year are too many to simulate."));
        }
        else
        {
            Points(calendar, output);
            Settled(calendar, output);
        }
    }

    private static void Points(RetentionCalendar calendar, TextWriter output)
    {
        var count = calendar.Points.Length;
        output.WriteLine(Invariant(
            $"Runs from {Day(calendar.From)} on leave {count} restore point{(count == 1 ? "" : "s")} on {Day(calendar.Day)}, a year later (simulated, UTC):"));
        output.WriteLine();
        var width = calendar.Points.Select(point => Age(calendar, point).Length).DefaultIfEmpty(0).Max();
        foreach (var point in calendar.Points)
        {
            output.WriteLine(Invariant($"  {point.Time.ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}  {Age(calendar, point).PadLeft(width)} old  {point.KeptBy}"));
        }

        if (count > 0)
        {
            output.WriteLine();
        }

        output.WriteLine(Invariant($"span       {Durations.Format(calendar.Span)} from the oldest to the newest"));
    }

    private static void Settled(RetentionCalendar calendar, TextWriter output)
    {
        if (calendar.Settled is not { Runs: > 0 } settled)
        {
            output.WriteLine("in time    no run comes");
            return;
        }

        output.WriteLine(Invariant(
            $"in time    {Between(settled.FewestKept, settled.MostKept)} restore points after a run, the oldest {Between(Durations.Format(settled.ShortestReach), Durations.Format(settled.LongestReach))} old"));
        var worst = settled.NewestAtWorst is { } age ? $"the newest is {Durations.Format(age)} old just before the next run, the real recovery point" : "a single run";
        output.WriteLine(Invariant($"worst age  {worst}; {calendar.Gaps.FiringsInYear} runs a year"));
    }

    private static string Between<T>(T least, T most)
        where T : notnull
        => least.Equals(most) ? Invariant($"{most}") : Invariant($"{least} to {most}");

    private static string Age(RetentionCalendar calendar, KeptPoint point) => Durations.Format(calendar.Day - point.Time);

    private static string Day(DateTimeOffset moment) => moment.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
