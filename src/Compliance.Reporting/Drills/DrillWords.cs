using System.Globalization;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A plan of restore tests in the words that all its outputs share.</summary>
internal static class DrillWords
{
    /// <summary>As in JSON.</summary>
    public static string Of(DrillOutcome outcome) => outcome switch
    {
        DrillOutcome.NothingDue => "nothing-due",
        DrillOutcome.Due => "due",
        DrillOutcome.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>As in JSON.</summary>
    public static string Of(DrillState state) => state switch
    {
        DrillState.Never => "never",
        DrillState.Failed => "failed",
        DrillState.Contradicted => "contradicted",
        DrillState.Stale => "stale",
        DrillState.Soon => "soon",
        DrillState.Unknown => "unknown",
        DrillState.Unconfirmed => "unconfirmed",
        DrillState.Proven => "proven",
        DrillState.NotNeeded => "not-needed",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    /// <summary>For people: <c>DUE</c>, <c>?</c> or <c>ok</c>; <c>-</c> for a tier that needs none.</summary>
    public static string Mark(TierDrill tier) => tier.IsDue ? "DUE" : tier.IsUnsure ? "?" : tier.State == DrillState.Proven ? "ok" : "-";

    /// <summary>The answer in a sentence.</summary>
    public static string Sentence(DrillPlan plan)
    {
        var due = plan.Tiers.Count(tier => tier.IsDue);
        var unsure = plan.Tiers.Count(tier => tier.IsUnsure);
        var more = unsure > 0 ? $" Of {Words.Count(unsure, "tier")} nobody can say." : "";
        return plan.Outcome switch
        {
            DrillOutcome.Due => $"{Words.Count(due, "tier needs", "tiers need")} a restore test.{more}",
            DrillOutcome.Unknown => $"No restore test is known to be due, but of {Words.Count(unsure, "tier")} nobody can say.",
            _ => "No restore test is due.",
        };
    }

    /// <summary><c>restore qemu/110 (odoo-ctl) to 9000 on pve1, storage local-lvm</c>; names cut, and made visible.</summary>
    public static string Summary(RestoreDrill drill)
        => string.Create(CultureInfo.InvariantCulture, $"restore {Guest(drill)} to {drill.NewVmId} on {Name(drill.Node)}{(drill.Storage is { } id ? $", storage {Name(id)}" : "")}");

    public static string Guest(RestoreDrill drill) => drill.GuestName is { } name ? $"{drill.Guest} ({Name(name)})" : drill.Guest;

    /// <summary>What can be said of a test only when nothing stands in its way; null when nothing does.</summary>
    public static string? Obstacle(TierDrill tier) => tier.Obstacle ?? (tier.Drill is { Storage: null } drill ? drill.WhyStorage : null);

    /// <summary>What to do with a form.</summary>
    public static string Instruction(EvidenceForm form) => form.IsWritten
        ? $"Wrote {Name(form.File)}: fill it in after the test, and commit it."
        : $"To record it, fill in and commit as {Name(form.File)} (--write writes it):";

    private static string Name(string text) => UntrustedText.Shortened(text, Limits.Name);
}
