using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>Waivers in a line each. All of their text is of people, and made visible here.</summary>
internal static class WaiverText
{
    /// <summary><c>by maria until 2027-01-31 (69 days left), OPS-231: the reason (waivers.yaml:3)</c>.</summary>
    public static string Of(Waiver waiver, DateTimeOffset asOf)
        => $"by {Name(waiver.Owner.Value)} until {waiver.Expires.Value:yyyy-MM-dd} ({Left(waiver.DaysLeft(asOf))}){Ticket(waiver)}: "
            + $"{UntrustedText.Shortened(waiver.Reason.Value, Limits.Value)} ({Place(waiver)})";

    /// <summary><c>the waiver of BKP305 expired yesterday, with 2026-11-22; … Put the fault right. (owner maria, OPS-231)</c>.</summary>
    public static string Of(WaiverProblem problem)
        => $"{UntrustedText.Shortened(problem.Message, Limits.Value)}. {UntrustedText.Shortened(problem.Fix, Limits.Value)} (owner {Name(problem.Waiver.Owner.Value)}{Ticket(problem.Waiver)})";

    public static string Place(Waiver waiver) => $"{UntrustedText.Visible(waiver.Place.File)}:{waiver.Place.Line}";

    private static string Left(int days) => days == 0 ? "its last day" : Words.Count(days, "day left", "days left");

    private static string Ticket(Waiver waiver) => waiver.Ticket is { } ticket ? $", {Name(ticket.Value)}" : "";

    private static string Name(string text) => UntrustedText.Shortened(text, Limits.Name);
}
