using System.Globalization;
using System.Text;
using Compliance.Core.Model;

namespace Compliance.Policies;

/// <summary>
/// The record of a planned restore test, with what only its making can tell left open: lint refuses it until each
/// <c>FILL-IN</c>, and the empty <c>by:</c>, is replaced, so that a plan never passes for proof.
/// </summary>
public static class RestoreTestForm
{
    /// <summary>Neither a moment, nor a result, nor a word of the policy.</summary>
    public const string Open = "FILL-IN";

    /// <summary>The form of a tier's test, not written yet; null when the tier has none to make.</summary>
    /// <param name="folder">where the policy keeps evidence, relative to the policy</param>
    public static EvidenceForm? Of(TierDrill tier, DrillPlan plan, string folder)
    {
        ArgumentNullException.ThrowIfNull(tier);
        ArgumentNullException.ThrowIfNull(plan);
        if (tier.Drill is not { Storage: not null } drill)
        {
            return null;
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{folder.TrimEnd('/')}/restore-test-tier{tier.Level}-{plan.AsOf.UtcDateTime:yyyy-MM-dd}.yaml");
        return new EvidenceForm(tier.Level, name, Text(tier, plan, drill), IsWritten: false);
    }

    private static string Text(TierDrill tier, DrillPlan plan, RestoreDrill drill)
    {
        var text = new StringBuilder();
        void Line(string line) => text.Append(line).Append('\n');
        Line($"# A restore test of tier {tier.Level} ({YamlText.Comment(tier.Title)}), planned {plan.AsOf.UtcDateTime:yyyy-MM-dd} by pve-compliance drill.");
        Line($"# Replace each {Open}, write who did it behind by:, and commit it. Until then lint refuses it: a plan is no proof.");
        Line("restore-tests:");
        Line(string.Create(CultureInfo.InvariantCulture, $"  - tier: {tier.Level}"));
        Line($"    guest: {drill.Guest}{(drill.GuestName is { } name ? $"  # {YamlText.Comment(name)}" : "")}");
        Line($"    volid: {YamlText.Scalar(drill.VolumeId)}");
        Line(string.Create(CultureInfo.InvariantCulture, $"    restored-to: {drill.NewVmId}"));
        Line($"    started: {Open}  # before the restore: date -u +%Y-%m-%dT%H:%M:%SZ");
        Line($"    finished: {Open}  # after the last check, the same way");
        Line("    checks:  # each ok or failed");
        foreach (var step in plan.Verify.DefaultIfEmpty("boot"))
        {
            Line($"      {YamlText.Scalar(step)}: {Open}");
        }

        Line("    by:  # who did it");
        if (!plan.DocumentIn.IsEmpty || !plan.DocumentOncePerTierIn.IsEmpty)
        {
            Line($"    documented-in: [{Open}]  # {Books(plan)}");
        }

        return text.ToString();
    }

    private static string Books(DrillPlan plan) => YamlText.Comment(string.Join("; ", (string[])
    [
        .. plan.DocumentIn.Select(book => $"{book} each time"),
        .. plan.DocumentOncePerTierIn.Select(book => $"{book} once per tier"),
    ]));
}
