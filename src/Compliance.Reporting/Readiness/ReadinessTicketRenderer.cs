using System.Text;
using Compliance.Core.Model;

namespace Compliance.Reporting;

/// <summary>A few lines of plain text for the ticket of a change: the answer, what it rests on, and the receipt's hash to find it again.</summary>
public sealed class ReadinessTicketRenderer : IReadinessRenderer
{
    private const int Digits = 12;
    private const int Named = 20;

    public void Render(Readiness readiness, Stream output)
    {
        ArgumentNullException.ThrowIfNull(readiness);
        var model = ReadinessModel.Of(readiness);
        var receipt = Receipt.Of(readiness);
        var version = receipt.Policy.Version is null ? string.Empty : $" {UntrustedText.Shortened(receipt.Policy.Version, Limits.Name)}";
        var until = receipt.Validity.Until is { } end ? $"valid until {Words.ForPeople(end)}" : "valid for nothing";
        string[] lines =
        [
            $"pve-compliance ready: {model.Headline} {model.Question}",
            $"As of {Words.ForPeople(receipt.AsOf)}, {until}",
            $"Policy {UntrustedText.Shortened(receipt.Policy.Name, Limits.Name)}{version} ({Short(receipt.Policy.Digest)}), estate {UntrustedText.Shortened(receipt.Estate.Name, Limits.Name)} ({Short(receipt.Estate.Digest)})",
            $"{model.InOrder.Length} in order, {Of(readiness, Verdict.Fail)} in the way, {Of(readiness, Verdict.Unknown)} not judged, {receipt.Waived.Length} waived, {receipt.Disabled.Length} off by the policy",
            .. Listed("Blocking", [.. receipt.Blocking.Select(found => $"{UntrustedText.Visible(found.Rule)} {UntrustedText.Shortened(found.Subject, Limits.Name)}"), .. receipt.WaiverProblems.Select(problem => $"waiver of {UntrustedText.Shortened(problem.Rule, Limits.Name)}")]),
            .. Listed("Waived", [.. receipt.Waived.Select(found => $"{UntrustedText.Visible(found.Rule)} {UntrustedText.Shortened(found.Subject, Limits.Name)} by {UntrustedText.Shortened(found.Owner, Limits.Name)} until {found.Expires:yyyy-MM-dd}")]),
            .. Listed("Off", [.. receipt.Disabled.Select(off => UntrustedText.Shortened(off.Rule, Limits.Name))]),
            $"Receipt {ReceiptFile.HashOf(receipt)}",
        ];
        using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        writer.Write(string.Join('\n', lines));
        writer.Write('\n');
    }

    private static int Of(Readiness readiness, Verdict verdict) => readiness.Blocking.Count(finding => finding.Verdict == verdict);

    private static string Short(string digest) => UntrustedText.Visible(digest.Length > "sha256:".Length + Digits ? digest[..("sha256:".Length + Digits)] : digest);

    private static IEnumerable<string> Listed(string title, string[] all)
        => all.Length == 0 ? [] : [$"{title}: {string.Join(", ", all.Take(Named))}{(all.Length > Named ? $" and {all.Length - Named} more" : string.Empty)}"];
}
